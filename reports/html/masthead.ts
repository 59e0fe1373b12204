import { judge, type Verdict } from '../verdict.ts';
import { verdictSentence } from '../verdict-sentence.ts';
import { el, type View } from './el.ts';
import { timeOf } from './look.ts';
import type { Page } from './page.ts';

/** The bar that stays at the top, and the verdict under it. */
export function masthead(page: Page): View {
  const { report } = page;
  const links = [
    ['#results', 'Results'],
    ['#guide', page.chapter ? 'Guide' : ''],
    ['#machines', 'Machines'],
  ].filter(([, name]) => name !== '');
  return el(
    'header',
    { class: 'bar' },
    el('a', { class: 'brand', href: '#verdict' }, report.tool.name),
    el(
      'nav',
      { 'aria-label': 'Parts of the report' },
      links.map(([href, name]) => el('a', { href }, name)),
    ),
    el(
      'label',
      { class: 'search scripted' },
      el('span', { class: 'aloud' }, 'Search findings'),
      el('input', {
        type: 'search',
        id: 'search',
        placeholder: 'Search findings',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
      el('kbd', { 'aria-hidden': 'true' }, '/'),
    ),
  );
}

const colours = { 0: 'passed', 1: 'failed', 2: 'could-not-check' } satisfies Record<
  Verdict['exitCode'],
  string
>;

/** What the run comes to: the verdict's first sentence large, what else there is to it below, then what was run. */
export function verdict({ report, failOn }: Page): View {
  const [sentence = '', rest = ''] = verdictSentence(report, failOn).split(/(?<=\.) (?=[A-Z])(.*)/s);
  const { exitCode, failed, proven } = judge(report, failOn);
  const nothing = exitCode === 0 && proven.length === 0 ? 'tolerated' : colours[exitCode];
  const colour = failed.length > 0 ? 'failed' : nothing;
  return el(
    'section',
    { id: 'verdict', class: `verdict ${colour}` },
    el('h1', null, sentence),
    rest === '' ? null : el('p', { class: 'rest' }, rest),
    el(
      'p',
      { class: 'small' },
      `${report.tool.name} ${report.tool.version} ${report.command} · `,
      el('time', { datetime: report.startedAt }, `${report.startedAt.slice(0, 16).replace('T', ' ')} UTC`),
      ` · took ${timeOf(report.durationMs)} · guide `,
      el('span', { class: 'path', title: `SHA-256 ${report.guide.sha256}` }, report.guide.path),
      ` (SHA-256 ${report.guide.sha256.slice(0, 12)}…) · exit code ${exitCode}`,
    ),
  );
}
