import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { type FindingPair, pairFindings } from './pair-findings.ts';
import { isStillThere } from './still-there.ts';

/** A finding with what the earlier run said of the same check, if it said anything. */
export interface Change {
  readonly finding: Finding;
  readonly before?: Finding;
}

/** What changed from one run to another; every fail of either run is in exactly one list, and so is every check of the later one that could not be made. */
export interface RunDiff {
  /** Fails that the earlier run did not have, or had as less severe, or excused by a waiver. */
  readonly fresh: readonly Change[];
  readonly stillThere: readonly Change[];
  /** Fails of the earlier run that pass now. */
  readonly fixed: readonly Change[];
  /** Fails of the earlier run whose check does not apply or is not made any more. */
  readonly gone: readonly Change[];
  readonly newlyUnchecked: readonly Change[];
  readonly stillUnchecked: readonly Change[];
  /** Could not be checked before, and passes now. */
  readonly checkedAgain: readonly Change[];
  /** Ids of targets that only the earlier run has. */
  readonly missingTargets: readonly string[];
  /** Ids of targets that the later run names without any finding, which the earlier did not. */
  readonly silentTargets: readonly string[];
}

/** The lists that hold changes. */
export type ChangeKind = Exclude<keyof RunDiff, 'missingTargets' | 'silentTargets'>;

/** Compares two runs, check by check. */
export function diffReports(earlier: Report, later: Report): RunDiff {
  const changes = pairFindings(earlier.findings, later.findings).map(
    (pair) => [kindOf(pair, earlier, later), changeOf(pair)] as const,
  );
  const of = (kind: ChangeKind) => changes.filter(([own]) => own === kind).map(([, change]) => change);
  const now = new Set(later.targets.map(({ id }) => id));
  const silentBefore = silentIn(earlier);
  return {
    fresh: of('fresh'),
    stillThere: of('stillThere'),
    fixed: of('fixed'),
    gone: of('gone'),
    newlyUnchecked: of('newlyUnchecked'),
    stillUnchecked: of('stillUnchecked'),
    checkedAgain: of('checkedAgain'),
    missingTargets: earlier.targets.map(({ id }) => id).filter((id) => !now.has(id)),
    silentTargets: silentIn(later).filter((id) => !silentBefore.includes(id)),
  };
}

function silentIn({ targets, findings }: Report): readonly string[] {
  const told = new Set(findings.map(({ target }) => target));
  return targets.map(({ id }) => id).filter((id) => !told.has(id));
}

function kindOf(pair: FindingPair, earlier: Report, later: Report): ChangeKind | undefined {
  const [had, has] = [pair.before?.outcome, pair.after?.outcome];
  if (has === 'fail') return isStillThere(pair, earlier, later) ? 'stillThere' : 'fresh';
  if (has === 'could-not-check') return had === has ? 'stillUnchecked' : 'newlyUnchecked';
  if (had === 'fail') return has === 'pass' ? 'fixed' : 'gone';
  return had === 'could-not-check' && has === 'pass' ? 'checkedAgain' : undefined;
}

function changeOf({ before, after }: FindingPair): Change {
  if (after) return before ? { finding: after, before } : { finding: after };
  if (before) return { finding: before, before };
  throw new TypeError('expected a pair with one side at least, got none');
}
