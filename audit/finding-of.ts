import type { CheckResult } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Redact } from '../procedure/redact.ts';

/** The finding that a result on a target is reported as, without secrets. */
export function findingOf(
  target: string,
  { check, judgement, durationMs }: CheckResult,
  redact: Redact,
): Finding {
  const said = (['command', 'expected', 'actual', 'reason', 'fix'] as const).flatMap((key) => {
    const text = judgement[key];
    return text === undefined ? [] : [[key, redact(text)] as const];
  });
  return {
    id: check.id,
    target,
    title: check.title,
    outcome: judgement.outcome,
    severity: judgement.severity,
    where: check.where,
    ...Object.fromEntries(said),
    durationMs: Math.round(durationMs),
  };
}
