import { type Finding, severities } from '../model/finding.ts';
import { groupOf } from './finding-group.ts';
import type { Verdict } from './verdict.ts';
import { counted, listed } from './wording.ts';

/** What was borne with where something is proven, such as `, with 2 warnings (drift) and 1 waived`; empty for nothing. */
export function reservations({ proven, tolerated, waived }: Verdict): string {
  const ids = new Set(proven.map(({ id }) => id));
  const of = (findings: readonly Finding[]) =>
    ids.size === 0 ? findings : findings.filter((finding) => ids.has(finding.target));
  const borne = of(tolerated);
  const drift = borne.some((finding) => groupOf(finding.id) === 'output') ? ' (drift)' : '';
  const words = severities.flatMap((severity) => {
    const count = borne.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [counted(count, severity === 'info' ? 'remark' : severity)] : [];
  });
  const all = [...words, ...(of(waived).length > 0 ? [`${of(waived).length} waived`] : [])];
  return all.length > 0 ? `, with ${listed(all)}${drift}` : '';
}
