import type { Finding } from '../model/finding.ts';

/**
 * Whether the findings of a controller say nothing about it: all that is known is that it could not be looked at,
 * because nobody answered, nobody let us in, or the run ended first.
 */
export function isUnreached(findings: readonly Finding[]): boolean {
  return !findings.some(({ id, outcome }) => {
    return outcome === 'pass' || (outcome === 'fail' && id !== 'controller.reachable');
  });
}
