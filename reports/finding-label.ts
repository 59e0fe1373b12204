import { groupOf } from './finding-group.ts';
import type { GroupedFinding } from './grouped-findings.ts';

/** What stands in capitals before a finding, such as `ERROR`, `NOT CHECKED` or `WARNING (drift)`. */
export function labelOf({ standing, finding }: Pick<GroupedFinding, 'standing' | 'finding'>): string {
  const severity = finding.severity.toUpperCase();
  const drift = groupOf(finding.id) === 'output' ? ' (drift)' : '';
  if (standing === 'could-not-check') return 'NOT CHECKED';
  if (standing === 'not-applicable') return 'NOT APPLICABLE';
  if (standing === 'known') return `KNOWN ${severity}${drift}`;
  return standing === 'waived' ? 'WAIVED' : `${severity}${drift}`;
}
