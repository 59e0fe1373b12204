import { whereSaid } from '../guide/where-said.ts';
import type { CheckTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { TargetAudit } from '../model/target-audit.ts';
import { redactor } from '../procedure/redact.ts';
import { profiles } from '../requirements/index.ts';
import { chapterFor } from './audit-guide.ts';
import { auditMachine, reachable } from './audit-machine.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { untriedWire } from './audit-wire.ts';
import { auditWireTarget } from './audit-wire-target.ts';
import { findingOf } from './finding-of.ts';
import type { Sighting } from './sighting.ts';
import { stage } from './stage.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Audits one target and changes nothing on it; each finding has its line of the guide, and causes are told from consequences.
 * @throws the signal's reason as soon as that comes; what was opened for the target is closed then.
 */
export async function auditTarget(
  target: CheckTarget,
  questions: AuditQuestions,
  signal: AbortSignal,
): Promise<TargetAudit> {
  const sighting =
    target.kind === 'machine'
      ? await auditMachine(target, questions, signal)
      : await untilAborted(signal, auditWireTarget(target, questions));
  const { id } = target;
  return {
    target: { id, kind: 'controller', accommodations: [], ...sighting.target },
    findings: findingsOf(target, questions, { ...sighting, results: stage(sighting.results) }),
    transcript: sighting.transcript,
  };
}

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

function findingsOf(
  target: CheckTarget,
  questions: AuditQuestions,
  { results, tag }: Pick<Sighting, 'results' | 'tag'>,
): Finding[] {
  const { procedure, claims } = chapterFor(questions.guide, tag);
  const password = questions.passwordOf(target);
  const placeholder = claims.password?.value;
  // Who has left the placeholder in place has no secret, and its name is what the finding is about.
  const secret = password.known && password.value !== placeholder ? password.value : undefined;
  const redact = redactor(new Map(secret === undefined ? [] : [['password', secret]]));
  return results.map(({ id, title, claim, judgement, durationMs }) => {
    const where = whereSaid(claims, [claim, 'user'], procedure);
    const check = { id, title, severity: judgement.severity, where };
    return findingOf(target.id, { check, judgement, durationMs }, redact);
  });
}
