import type { Finding } from '../model/finding.ts';
import { type FailOn, type Standing, standingOf } from './standing.ts';

/** How many findings have which standing on `day`. */
export function countStandings(
  findings: readonly Finding[],
  failOn: FailOn,
  day: string,
): Readonly<Record<Standing, number>> {
  const counts = {
    passed: 0,
    failed: 0,
    tolerated: 0,
    waived: 0,
    known: 0,
    'not-applicable': 0,
    'could-not-check': 0,
  };
  for (const finding of findings) counts[standingOf(finding, failOn, day)] += 1;
  return counts;
}
