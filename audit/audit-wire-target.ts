import { judgeListener, sightListener } from '../access/index.ts';
import type { WireTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import { profiles } from '../requirements/index.ts';
import { chapterFor } from './audit-guide.ts';
import { type AuditQuestions, expectationsOf } from './audit-questions.ts';
import type { AuditResult } from './audit-result.ts';
import { auditWire, untriedWire, type WireAudit, type WireQuestions, wireTranscript } from './audit-wire.ts';
import type { Sighting } from './sighting.ts';

/** Audits what the wire shows of a broker; what would need its machine does not apply. */
export async function auditWireTarget(target: WireTarget, questions: AuditQuestions): Promise<Sighting> {
  const { hostname, port, tls } = target;
  const { timeoutMs } = questions;
  const wire = await wireOf(target, questions);
  const broker = wire.proof?.broker;
  const seen = broker?.known
    ? ({ seen: 'amqp', ...broker.value, tls } as const)
    : (wire.proof?.sighting ?? (await sightListener({ hostname, port, tls, timeoutMs })));
  const listener = judgeListener(seen, { hostname, port, tls });
  return {
    results: [...machineResults(target, questions, listener), ...wire.results],
    tag: undefined,
    target: {
      ...(seen.seen === 'amqp' && { broker: { version: seen.version } }),
      performed: wire.performed.map((done) => `AMQP: ${done}`),
    },
    transcript: wireTranscript(target.id, wire),
  };
}

function wireOf(target: WireTarget, questions: AuditQuestions): Promise<WireAudit> | WireAudit {
  const { hostname, port, tls } = target;
  const { accessProof, passwordGuess, timeoutMs, caFile } = questions;
  const { user, vhost } = expectationsOf(target, questions, undefined);
  const placeholder = chapterFor(questions.guide, undefined).claims.password?.value;
  const asked: Omit<WireQuestions, 'address'> = {
    password: questions.passwordOf(target),
    ...(placeholder !== undefined && { placeholder }),
    accessProof,
    passwordGuess,
  };
  if (user === undefined) return untriedWire(asked, 'the guide adds no user: name one with --user');
  const trust = tls ? { tls: caFile === undefined ? {} : { caFile } } : {};
  return auditWire({ ...asked, address: { hostname, port, ...trust, username: user, vhost, timeoutMs } });
}

function machineResults(
  { id: name }: WireTarget,
  { profile }: AuditQuestions,
  listener: Judgement,
): AuditResult[] {
  const reason = `${name} shows only what the wire shows; check its machine by ssh:// or docker:// for this`;
  return profiles[profile].map(({ id, title, claim, severity }) => {
    const judgement: Judgement =
      id === 'listener.amqp' ? listener : { outcome: 'not-applicable', severity, reason };
    return { id, title, claim, judgement, durationMs: 0 };
  });
}
