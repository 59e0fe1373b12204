import type { Finding } from '../model/finding.ts';
import { oneLine } from './plain-text.ts';

/** `FILE:LINE` of what a finding is about. */
export function placeOf(finding: Pick<Finding, 'where'>): string {
  return `${finding.where.file}:${finding.where.line}`;
}

/** What happened, in one line: the reason, or expected and got; the title where a finding gives neither. */
export function summaryOf(finding: Finding): string {
  if (finding.outcome === 'could-not-check')
    return `could not check: ${oneLine(finding.reason ?? finding.title)}`;
  if (finding.outcome === 'not-applicable')
    return oneLine(finding.reason ?? `not applicable: ${finding.title}`);
  const { expected, actual } = finding;
  if (expected !== undefined && actual !== undefined)
    return `expected ${oneLine(expected)}, got ${oneLine(actual)}`;
  if (actual !== undefined) return `got ${oneLine(actual)}`;
  if (finding.reason !== undefined) return oneLine(finding.reason);
  return expected === undefined ? oneLine(finding.title) : `expected ${oneLine(expected)}`;
}

/** A finding's details as labelled facts, in the order in which a reader wants them; what is absent is left out. */
export function factsOf(finding: Finding): readonly (readonly [label: string, text: string])[] {
  const { waiver } = finding;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [finding.where.file === finding.target ? 'file' : 'guide', placeOf(finding)],
    ['command', finding.command],
    ['expected', finding.expected],
    ['got', finding.actual],
    ['why', finding.reason],
    ['fix', finding.fix],
    ['waived', waiver && `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}

/** Labelled facts as lines of text; further lines of one fact are indented under its first. */
export function labelled(facts: readonly (readonly [string, string])[]): string {
  return facts
    .map(([label, text]) => `${label.padEnd(9)} ${text.replace(/\n/g, `\n${' '.repeat(10)}`)}`)
    .join('\n');
}
