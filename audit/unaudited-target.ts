import type { CheckTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import type { TargetAudit } from '../model/target-audit.ts';
import { profiles } from '../requirements/index.ts';
import { reachable } from './audit-machine.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { untriedWire } from './audit-wire.ts';
import { findingsOf } from './findings-of.ts';

/** The audit of a target at which nobody could look: everything is `could-not-check` for the reason. */
export function unauditedTarget(
  target: CheckTarget,
  questions: AuditQuestions,
  reason: string,
): Pick<TargetAudit, 'target' | 'findings'> {
  const judgement: Judgement = { outcome: 'could-not-check', severity: 'error', reason };
  const required = profiles[questions.profile].map(({ id, title, claim, severity }) => {
    return { id, title, claim, judgement: { ...judgement, severity }, durationMs: 0 };
  });
  const reached = target.kind === 'machine' ? [{ ...reachable, judgement, durationMs: 0 }] : [];
  const results = [...reached, ...required, ...untriedWire(questions, reason).results];
  return {
    target: { id: target.id, kind: 'controller', accommodations: [] },
    findings: findingsOf(target, questions, { results, tag: undefined }),
  };
}
