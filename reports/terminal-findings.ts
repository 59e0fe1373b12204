import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { labelOf } from './finding-label.ts';
import { factsOf, placeOf } from './finding-text.ts';
import { type GroupedFinding, groupFindings } from './grouped-findings.ts';
import { oneLine, plainText } from './plain-text.ts';
import type { Standing } from './standing.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

const longest = 600;

/** A block of lines for everything that is not a pass, worst first; what has one reason for many is told once. */
export function findingLines(report: Report, options: TerminalOptions): readonly (readonly string[])[] {
  const groups = groupFindings(report.findings, options.failOn, report.startedAt);
  const shown = groups.filter((group) => group.standing !== 'passed');
  const standIns = new Set(report.targets.flatMap(({ id, kind }) => (kind === 'stand-in' ? [id] : [])));
  return byReason(shown).map((together) => blockOf(together, standIns, options));
}

// What could not be checked or did not apply often has one cause: those blocks are joined.
function byReason(groups: readonly GroupedFinding[]): readonly (readonly GroupedFinding[])[] {
  const joined = new Map<string, GroupedFinding[]>();
  for (const [index, group] of groups.entries()) {
    const joins = group.standing === 'could-not-check' || group.standing === 'not-applicable';
    const key = joins ? JSON.stringify([group.standing, group.targets, group.finding.reason]) : String(index);
    joined.set(key, [...(joined.get(key) ?? []), group]);
  }
  return [...joined.values()];
}

function blockOf(
  groups: readonly GroupedFinding[],
  standIns: ReadonlySet<string>,
  options: TerminalOptions,
): readonly string[] {
  const [first] = groups;
  if (first === undefined) return [];
  const { bold } = pc.createColors(options.colour);
  const word = labelOf(first);
  const paint = painterOf(first.standing, options.colour);
  const titled = (title: string) =>
    wrap(`${word}  ${title}`, options.width, '', '  ').map((line, index) =>
      index === 0 ? bold(paint(word)) + line.slice(word.length) : line,
    );
  const fact = (name: string, text: string) =>
    wrap(shortened(text), options.width, `  ${name.padEnd(9)} `, ' '.repeat(12));
  const on = fact('on', first.targets.map((id) => (standIns.has(id) ? `${id} (a stand-in)` : id)).join(', '));
  if (groups.length === 1) {
    const facts = factsOf(first.finding).flatMap(([name, text]) => fact(name, text));
    return [...titled(titleOf(first)), ...on, ...facts];
  }
  const titles = groups.flatMap((group) =>
    wrap(`${titleOf(group)}  ${placeOf(group.finding)}`, options.width, '  ', '    '),
  );
  return [
    ...titled(`${groups.length} findings`),
    ...titles,
    ...on,
    ...fact('why', first.finding.reason ?? 'not said'),
  ];
}

function titleOf({ finding }: GroupedFinding): string {
  return `${oneLine(finding.id)}  ${oneLine(finding.title)}`;
}

/** As much of a text as a summary has room for, and where the rest is. */
export function shortened(text: string): string {
  const plain = plainText(text).trim();
  return plain.length > longest ? `${plain.slice(0, longest)}… (the whole is in findings.json)` : plain;
}

/** The colour of a standing. */
export function painterOf(standing: Standing, colour: boolean): (text: string) => string {
  const { red, yellow, magenta, dim } = pc.createColors(colour);
  if (standing === 'could-not-check') return magenta;
  if (standing === 'not-applicable') return dim;
  return standing === 'failed' ? red : yellow;
}
