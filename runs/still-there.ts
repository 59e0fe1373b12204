import { type Finding, severities } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { FindingPair } from './pair-findings.ts';

type Run = Pick<Report, 'startedAt'>;

/**
 * Whether a fail of the later run is one that the earlier run had already, no worse than it was. A fail that was waived
 * then and is not now does not count: once its waiver has run out it is somebody's business again.
 */
export function isStillThere({ before, after }: FindingPair, earlier: Run, later: Run): boolean {
  if (before?.outcome !== 'fail' || after?.outcome !== 'fail') return false;
  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return rank(after) >= rank(before) && (isWaived(after, later) || !isWaived(before, earlier));
}

function isWaived({ waiver }: Finding, { startedAt }: Run): boolean {
  return waiver !== undefined && startedAt.slice(0, 10) <= waiver.expires;
}
