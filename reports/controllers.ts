import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { byTarget } from './by-target.ts';
import { type FailOn, standingOf } from './standing.ts';
import { isUnreached } from './unreached.ts';

/** Every audited controller in one of four lists, the worst that is true of it. */
export interface Controllers {
  readonly failing: readonly Target[];
  /** Nothing is known of them. */
  readonly unreached: readonly Target[];
  /** Something was found out, and nothing is held against them, but something could not be checked. */
  readonly unchecked: readonly Target[];
  /** They have an error, but one that the baseline has too. */
  readonly known: readonly Target[];
  readonly satisfying: readonly Target[];
}

/** Whether a report is about controllers that existed already, and about nothing else. */
export function isAudit({ targets }: Report): boolean {
  return targets.length > 0 && targets.every(({ kind }) => kind === 'controller');
}

/** Sorts the controllers of a report, in its order. */
export function sortControllers(report: Report, failOn: FailOn): Controllers {
  const findings = byTarget(report.findings);
  const sorted: { [Name in keyof Controllers]: Target[] } = {
    failing: [],
    unreached: [],
    unchecked: [],
    known: [],
    satisfying: [],
  };
  for (const target of report.targets) {
    const own = findings.get(target.id) ?? [];
    const standing = (finding: Finding) => standingOf(finding, failOn, report.startedAt);
    const standings = new Set(own.map(standing));
    if (isUnreached(own)) sorted.unreached.push(target);
    else if (standings.has('failed')) sorted.failing.push(target);
    else if (standings.has('could-not-check')) sorted.unchecked.push(target);
    else if (own.some((finding) => finding.severity === 'error' && standing(finding) === 'known'))
      sorted.known.push(target);
    else sorted.satisfying.push(target);
  }
  return sorted;
}
