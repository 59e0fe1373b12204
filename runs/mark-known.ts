import type { Report } from '../model/report.ts';
import { pairFindings } from './pair-findings.ts';
import { isStillThere } from './still-there.ts';

/** The same report, with each fail marked as known that the baseline has too and that is no worse than there; nothing else is excused. */
export function markKnown(report: Report, baseline: Report): Report {
  const pairs = pairFindings(baseline.findings, report.findings);
  const known = new Set(
    pairs.filter((pair) => isStillThere(pair, baseline, report)).map(({ after }) => after),
  );
  const findings = report.findings.map((finding) =>
    known.has(finding) ? { ...finding, known: true as const } : finding,
  );
  return { ...report, findings };
}
