import type { Finding } from '../model/finding.ts';

/** The findings of each target, in the given order; who looks them up for many targets must not search them all each time. */
export function byTarget(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const all = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = all.get(finding.target);
    if (own) own.push(finding);
    else all.set(finding.target, [finding]);
  }
  return all;
}
