import type { Finding } from '../model/finding.ts';
import { type FindingGroup, groupOf } from './finding-group.ts';
import { countStandings } from './outcome-counts.ts';
import type { FailOn } from './standing.ts';

/**
 * A cell of the table of targets: how many of a target's findings in a group passed of how many that applied, then
 * what the others came to, worst first; `none` where nothing applied.
 */
export function countsOf(
  findings: readonly Finding[],
  group: FindingGroup,
  failOn: FailOn,
  day: string,
): readonly string[] {
  const own = findings.filter((finding) => groupOf(finding.id) === group);
  const counts = countStandings(own, failOn, day);
  const asked = own.length - counts['not-applicable'];
  const words: readonly (readonly [number, string])[] = [
    [counts.failed, 'failed'],
    [counts['could-not-check'], 'unchecked'],
    [counts.tolerated, group === 'output' ? 'drift' : 'tolerated'],
    [counts.known, 'known'],
    [counts.waived, 'waived'],
  ];
  const troubles = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return asked === 0 ? ['none'] : [`${counts.passed}/${asked}`, ...troubles];
}
