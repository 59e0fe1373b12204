import type { Report, Target } from '../../model/report.ts';
import { labelOf } from '../finding-label.ts';
import { placeOf } from '../finding-text.ts';
import type { GroupedFinding } from '../grouped-findings.ts';
import type { Issue } from '../issues.ts';
import { counted } from '../wording.ts';
import { diffLines } from './diff-lines.ts';
import { code, fenced, words } from './markdown-text.ts';
import { reproduction } from './reproduction.ts';

/** How many targets, wordings and ids one issue names; the rest is counted. */
export const most = { targets: 10, variants: 3, ids: 20, reproduced: 5 } as const;

/** What is needed to tell of an issue: the report, and its targets by id. */
export interface Telling {
  readonly report: Report;
  readonly targets: ReadonlyMap<string, Target>;
}

/** One issue as a section of Markdown: what, where, expected against got, why, and how to see it again. */
export function issueSection(issue: Issue, telling: Telling): string {
  const on = ['On', targetsOf(issue.targets, telling)] as const;
  const after = [...reasonsOf(issue.variants[0]), ['See it again', code(againFor(issue, telling))] as const];
  const heading = `### ${headingOf(issue)}`;
  if (issue.standing === 'could-not-check')
    return [heading, listed([on, ...after]), `Not checked:\n\n${listOf(issue.variants)}`].join('\n\n');
  const { finding } = issue.variants[0];
  const before = [on, ['Guide', code(placeOf(finding))], ['Command', code(finding.command ?? '')]] as const;
  const evidence = evidenceOf(issue, telling);
  // Two lists with nothing between them would be one, with gaps.
  const body =
    evidence.length === 0 ? [listed([...before, ...after])] : [listed(before), ...evidence, listed(after)];
  return [heading, ...body].filter((piece) => piece !== '').join('\n\n');
}

/** What an issue is called, as a line of Markdown. */
export function headingOf({ standing, variants }: Issue): string {
  const label = words(labelOf(variants[0]));
  const { id, title } = variants[0].finding;
  if (standing === 'could-not-check' && variants.length > 1) return `${label}: ${variants.length} findings`;
  return `${label}: ${code(id)} ${words(title)}`;
}

function listed(facts: readonly (readonly [string, string])[]): string {
  return facts.flatMap(([name, text]) => (text === '' ? [] : [`- ${name}: ${text}`])).join('\n');
}

function listOf(variants: readonly GroupedFinding[]): string {
  const named = new Map(variants.map(({ finding }) => [`${finding.id} ${placeOf(finding)}`, finding]));
  const lines = [...named.values()]
    .slice(0, most.ids)
    .map((finding) => `- ${code(finding.id)} ${words(finding.title)} (${code(placeOf(finding))})`);
  const missing = named.size - lines.length;
  return [...lines, ...(missing > 0 ? [`- and ${missing} more`] : [])].join('\n');
}

function evidenceOf({ variants }: Issue, telling: Telling): readonly string[] {
  const shown = variants.slice(0, most.variants).flatMap((variant) => {
    const { expected, actual } = variant.finding;
    const lines = diffLines(expected, actual);
    if (lines.length === 0) return [];
    const on = variants.length > 1 ? [`On ${targetsOf(variant.targets, telling)}:`] : [];
    return [...on, fenced(lines, 'diff')];
  });
  const missing = variants.length - most.variants;
  return missing > 0 ? [...shown, `${counted(missing, 'more wording')} of it: see findings.json.`] : shown;
}

function reasonsOf({ finding, standing }: GroupedFinding): readonly (readonly [string, string])[] {
  const { reason, fix, waiver } = finding;
  const waived = waiver && `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
  return [
    ['Why', shortened(reason)],
    ['Fix', shortened(fix)],
    [standing === 'waived' ? 'Waived' : 'Waiver that no longer holds', shortened(waived)],
  ];
}

function shortened(text: string | undefined): string {
  if (text === undefined) return '';
  return words(text.length > 1_000 ? `${text.slice(0, 1_000)}… (the whole is in findings.json)` : text);
}

function targetsOf(ids: readonly string[], { targets }: Telling): string {
  const named = ids
    .slice(0, most.targets)
    .map((id) => code(id) + (targets.get(id)?.kind === 'stand-in' ? ' (rehearsed on a stand-in)' : ''));
  const missing = ids.length - named.length;
  return named.join(', ') + (missing > 0 ? ` and ${missing} more` : '');
}

function againFor({ targets }: Issue, telling: Telling): string {
  const known = targets.flatMap((id) => telling.targets.get(id) ?? []);
  return known.length === 0 ? '' : reproduction(telling.report, known.slice(0, most.reproduced));
}
