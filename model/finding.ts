import type { SourceLocation } from './source-location.ts';

/** What could not be checked is never a pass. */
export const outcomes = ['pass', 'fail', 'not-applicable', 'could-not-check'] as const;
export type Outcome = (typeof outcomes)[number];

/** How much a fail matters: `error` breaks the procedure or access, `warning` is drift or hardening. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** One result; every report is rendered from these alone. */
export interface Finding {
  readonly id: string;
  readonly target: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Of a fail; for any other outcome, what a fail would have weighed. */
  readonly severity: Severity;
  readonly where: SourceLocation;
  readonly command?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly reason?: string;
  readonly fix?: string;
  readonly durationMs: number;
  readonly waiver?: Waiver;
  /** Of a fail: the baseline that the run was held against has it too. */
  readonly known?: true;
}

/** A fail that its owner accepts until a day. */
export interface Waiver {
  readonly reason: string;
  readonly owner: string;
  /** ISO date, UTC; the last day on which the waiver holds. */
  readonly expires: string;
}
