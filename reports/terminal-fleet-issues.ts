import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { fewNames } from './few-names.ts';
import { labelOf } from './finding-label.ts';
import { placeOf, summaryOf } from './finding-text.ts';
import { rankOf } from './grouped-findings.ts';
import { type Issue, issuesOf } from './issues.ts';
import { oneLine, plainText } from './plain-text.ts';
import { painterOf, shortened } from './terminal-findings.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** Each kind of finding in a few lines: what it is, on how many hosts and which, what was got, how to mend it. */
export function issueLines(report: Report, options: TerminalOptions): readonly (readonly string[])[] {
  return issuesOf(report, options.failOn)
    .toSorted((a, b) => rankOf(a.variants[0]) - rankOf(b.variants[0]) || b.targets.length - a.targets.length)
    .map((issue) => blockOf(issue, report.targets.length, options));
}

function blockOf(issue: Issue, hosts: number, options: TerminalOptions): readonly string[] {
  const [{ finding }] = issue.variants;
  const fact = (name: string, text: string) =>
    wrap(shortened(text), options.width, `  ${name.padEnd(9)} `, ' '.repeat(12));
  const concerned = `${issue.targets.length} of ${hosts}: ${fewNames(issue.targets)}`;
  return [
    ...titleLines(issue, options),
    ...fact('on', concerned),
    ...fact(isReason(issue) ? 'why' : 'result', resultOf(issue)),
    ...(finding.fix === undefined ? [] : fact('fix', finding.fix)),
    ...waiverFacts(issue).flatMap((text) => fact('waived', text)),
  ];
}

function titleLines(issue: Issue, { colour, width }: TerminalOptions): readonly string[] {
  const [first] = issue.variants;
  const { finding } = first;
  const ids = [...new Set(issue.variants.map((variant) => variant.finding.id))];
  const what =
    ids.length > 1
      ? `${ids.length} checks: ${oneLine(ids.join(', '))}`
      : [finding.id, finding.title, placeOf(finding)].map(oneLine).join('  ');
  const word = labelOf(first);
  const paint = painterOf(first.standing, colour);
  const { bold } = pc.createColors(colour);
  return wrap(`${word}  ${what}`, width, '', '  ').map((line, index) =>
    index === 0 ? bold(paint(word)) + line.slice(word.length) : line,
  );
}

function isReason({ standing }: Issue): boolean {
  return standing === 'could-not-check' || standing === 'not-applicable';
}

// Hosts fail alike in slightly other words: the words of most are shown, and how many others there are.
function resultOf(issue: Issue): string {
  const { variants } = issue;
  const [{ finding }] = variants;
  if (isReason(issue)) return finding.reason ?? finding.title;
  const counts = new Map<string, number>();
  for (const variant of variants) {
    const text = summaryOf(variant.finding);
    counts.set(text, (counts.get(text) ?? 0) + variant.targets.length);
  }
  const [[text, count] = ['', 0], ...others] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (others.length === 0) return text;
  const last = others.length === 1 ? 'one other answer is' : `${others.length} other answers are`;
  return `${plainText(text)} (on ${count}; ${last} in findings.json)`;
}

function waiverFacts({ variants, standing }: Issue): readonly string[] {
  if (standing !== 'waived') return [];
  const texts = variants.flatMap(({ finding: { waiver } }) =>
    waiver ? [`until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`] : [],
  );
  return [...new Set(texts)];
}
