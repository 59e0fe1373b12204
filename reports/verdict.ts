import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { type FailOn, type Standing, standingOf } from './standing.ts';

/**
 * What a run comes to. A target is `proven` when it is no stand-in, something passed on it, nothing is held against it
 * and no error on it is excused by nothing but having been there before.
 */
export interface Verdict {
  readonly exitCode: 0 | 1 | 2;
  readonly proven: readonly Target[];
  readonly rehearsed: readonly Target[];
  readonly failed: readonly Finding[];
  readonly unchecked: readonly Finding[];
  readonly tolerated: readonly Finding[];
  readonly waived: readonly Finding[];
  /** Fails that the baseline has too. */
  readonly known: readonly Finding[];
  /** Targets of which nothing at all is known: they count as not checked. */
  readonly silent: readonly Target[];
}

/** Judges a whole report: 0 nothing at or above `failOn`, 1 findings, 2 something could not be checked (2 wins over 1). */
export function judge(report: Report, failOn: FailOn): Verdict {
  const standing = (finding: Finding) => standingOf(finding, failOn, report.startedAt);
  const having = (wanted: Standing) => report.findings.filter((finding) => standing(finding) === wanted);
  const failed = having('failed');
  const unchecked = having('could-not-check');
  const known = having('known');
  const broken = [...failed, ...unchecked, ...known.filter(({ severity }) => severity === 'error')];
  const [told, passed, objected] = [idsOf(report.findings), idsOf(having('passed')), idsOf(broken)];
  const clean = report.targets.filter(({ id }) => passed.has(id) && !objected.has(id));
  const silent = report.targets.filter(({ id }) => !told.has(id));
  return {
    exitCode: exitCodeOf(failed.length, unchecked.length + silent.length),
    proven: clean.filter((target) => target.kind !== 'stand-in'),
    rehearsed: report.targets.filter((target) => target.kind === 'stand-in'),
    failed,
    unchecked,
    tolerated: having('tolerated'),
    waived: having('waived'),
    known,
    silent,
  };
}

function idsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map((finding) => finding.target));
}

function exitCodeOf(failed: number, unchecked: number): 0 | 1 | 2 {
  if (unchecked > 0) return 2;
  return failed > 0 ? 1 : 0;
}
