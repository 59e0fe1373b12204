import { findingOf } from '../audit/finding-of.ts';
import type { StandInUse } from '../containers/images/stand-in-use.ts';
import type { Finding } from '../model/finding.ts';
import type { Coverage, Target } from '../model/report.ts';
import { coverageOf } from '../procedure/coverage.ts';
import type { Assignment } from './chapter-input.ts';
import type { Harvest } from './findings-reporter.ts';
import { allChecks, type Scope } from './planned-checks.ts';
import { targetOf } from './target-of.ts';

/** The part of a report that is about targets. */
export interface TargetResults {
  readonly targets: readonly Target[];
  readonly coverage: readonly Coverage[];
  readonly findings: readonly Finding[];
}

/**
 * Puts together what the suites handed over. Every check that was planned is in it: of one that no suite came to, it is
 * said that it could not be checked, and why (`untold`).
 */
export function assembleResults(
  assignments: readonly Assignment[],
  harvest: Harvest,
  untold: string,
  use: StandInUse & Scope,
): TargetResults {
  const reason = harvest.errors.length === 0 ? untold : harvest.errors.join('; ');
  const results = assignments.map((assignment) => {
    const id = assignment.distribution;
    const summary = harvest.summaries.find(({ target }) => target.id === id);
    return {
      target: summary?.target ?? targetOf(id, use, { image: undefined }),
      coverage: summary?.coverage ?? coverageOf(id, assignment.procedure, []),
      findings: findingsOf(assignment, harvest, reason, use),
    };
  });
  return {
    targets: results.map(({ target }) => target),
    coverage: results.map(({ coverage }) => coverage),
    findings: results.flatMap(({ findings }) => findings),
  };
}

function findingsOf(
  { distribution, procedure }: Assignment,
  harvest: Harvest,
  reason: string,
  scope: Scope,
): readonly Finding[] {
  const told = new Map(
    harvest.findings.filter(({ target }) => target === distribution).map((finding) => [finding.id, finding]),
  );
  return allChecks(procedure, scope).map((check) => {
    const judgement = { outcome: 'could-not-check', severity: check.severity, reason } as const;
    return told.get(check.id) ?? findingOf(distribution, { check, judgement, durationMs: 0 }, (text) => text);
  });
}
