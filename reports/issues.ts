import type { Report } from '../model/report.ts';
import { type GroupedFinding, groupFindings } from './grouped-findings.ts';
import { mapKey } from './map-key.ts';
import type { FailOn, Standing } from './standing.ts';

/** One thing to tell a reader, however many targets and findings say it. */
export interface Issue {
  readonly standing: Standing;
  /** What was found, each wording once; the first is the one to quote. */
  readonly variants: readonly [GroupedFinding, ...GroupedFinding[]];
  /** Ids of all targets concerned, each once. */
  readonly targets: readonly string[];
}

/**
 * Everything that is not a pass, worst first. Fails are one issue where they are one id, title and place: a fleet's
 * hosts fail alike, in slightly other words. What could not be checked or did not apply is one issue for each reason.
 */
export function issuesOf(report: Report, failOn: FailOn): readonly Issue[] {
  const issues = new Map<string, GroupedFinding[]>();
  const others = report.findings.filter(({ outcome }) => outcome !== 'pass');
  for (const group of groupFindings(others, failOn, report.startedAt)) {
    const key = keyOf(group);
    const variants = issues.get(key);
    if (variants) variants.push(group);
    else issues.set(key, [group]);
  }
  return [...issues.values()].flatMap(([first, ...others]) => (first ? [issueOf([first, ...others])] : []));
}

function keyOf({ standing, finding }: GroupedFinding): string {
  const { id, title, where, severity, reason } = finding;
  return standing === 'could-not-check' || standing === 'not-applicable'
    ? mapKey([standing, reason])
    : mapKey([standing, severity, id, title, where.file, where.line]);
}

function issueOf(variants: Issue['variants']): Issue {
  const targets = new Set(variants.flatMap((variant) => variant.targets));
  return { standing: variants[0].standing, variants, targets: [...targets] };
}
