import type { Report } from '../model/report.ts';
import { byTarget } from './by-target.ts';

// A locale of its own, or the machine's would decide the order of a report.
const collator = new Intl.Collator('en', { numeric: true });

/**
 * The same report in an order that no race between targets can change: targets, coverage and findings by target id
 * (`debian-9` before `debian-12`), the findings of one target in the order in which they were made, the procedure's.
 */
export function inStableOrder(report: Report): Report {
  return {
    ...report,
    targets: report.targets.toSorted((a, b) => collator.compare(a.id, b.id)),
    coverage: report.coverage.toSorted((a, b) => collator.compare(a.target, b.target)),
    // Ids are sorted rather than findings: a fleet has far more of these, and comparing by a locale is slow.
    findings: [...byTarget(report.findings)]
      .toSorted(([a], [b]) => collator.compare(a, b))
      .flatMap(([, findings]) => findings),
  };
}
