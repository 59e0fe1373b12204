import type { Finding, Waiver } from '../model/finding.ts';

/** From which severity on a fail is held against the run: `never` holds none against it. */
export const failOnChoices = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof failOnChoices)[number];

/**
 * What a finding means for the run: a fail is `failed` at or above `failOn`, `tolerated` below, `waived` when its owner
 * accepts it, `known` when the baseline has it too.
 */
export type Standing =
  | 'passed'
  | 'failed'
  | 'tolerated'
  | 'waived'
  | 'known'
  | 'not-applicable'
  | 'could-not-check';

const held = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
} satisfies Record<FailOn, readonly Finding['severity'][]>;

/** Whether a waiver holds on `day`, an ISO date or time in UTC: up to and including its last day. */
export function waiverHolds({ expires }: Pick<Waiver, 'expires'>, day: string): boolean {
  return day.slice(0, 10) <= expires;
}

/** A finding's standing on `day`, an ISO date or time in UTC. */
export function standingOf(finding: Finding, failOn: FailOn, day: string): Standing {
  if (finding.outcome === 'pass') return 'passed';
  if (finding.outcome !== 'fail') return finding.outcome;
  if (finding.waiver !== undefined && waiverHolds(finding.waiver, day)) return 'waived';
  if (finding.known) return 'known';
  const holds: readonly Finding['severity'][] = held[failOn];
  return holds.includes(finding.severity) ? 'failed' : 'tolerated';
}
