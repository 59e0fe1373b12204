import type { Finding } from '../model/finding.ts';
import { mapKey } from './map-key.ts';
import { type FailOn, type Standing, standingOf } from './standing.ts';

/** One finding, or several that say the same of several targets. */
export interface GroupedFinding {
  readonly standing: Standing;
  readonly finding: Finding;
  readonly targets: readonly string[];
}

interface Growing extends GroupedFinding {
  readonly targets: string[];
}

/** Findings of one standing that say the same of several targets become one; worst first, else in the given order. */
export function groupFindings(
  findings: readonly Finding[],
  failOn: FailOn,
  day: string,
): readonly GroupedFinding[] {
  const groups = new Map<string, Growing>();
  for (const finding of findings) {
    const { target, durationMs: _, ...said } = finding;
    const key = mapKey(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key);
    if (group) group.targets.push(target);
    else groups.set(key, { finding, standing: standingOf(finding, failOn, day), targets: [target] });
  }
  return [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
}

const standingRank = {
  failed: 0,
  'could-not-check': 1,
  tolerated: 2,
  known: 3,
  waived: 4,
  'not-applicable': 5,
  passed: 6,
} satisfies Record<Standing, number>;

const severityRank = { error: 0, warning: 1, info: 2 } satisfies Record<Finding['severity'], number>;

/** Where a finding stands among others: the worse, the smaller. */
export function rankOf({ standing, finding }: GroupedFinding): number {
  return standingRank[standing] * 3 + severityRank[finding.severity];
}
