import type { Report } from '../model/report.ts';
import { type FailOn, standingOf } from '../reports/standing.ts';
import type { Change, RunDiff } from '../runs/diff-reports.ts';

/** What a comparison comes to: 2 when something cannot be checked any more, else 1 when a new fail is `held`, else 0. */
export interface DiffVerdict {
  readonly exitCode: 0 | 1 | 2;
  /** New fails at or above `--fail-on` that nobody has waived. */
  readonly held: readonly Change[];
}

/** Judges a comparison; `later` is the run that is held against the earlier one. */
export function judgeDiff(diff: RunDiff, later: Report, failOn: FailOn): DiffVerdict {
  // Known is what some other baseline has; here the earlier run alone decides what is new.
  const held = diff.fresh.filter(
    ({ finding: { known: _, ...finding } }) => standingOf(finding, failOn, later.startedAt) === 'failed',
  );
  if (diff.newlyUnchecked.length + diff.silentTargets.length > 0) return { exitCode: 2, held };
  return { exitCode: held.length > 0 ? 1 : 0, held };
}
