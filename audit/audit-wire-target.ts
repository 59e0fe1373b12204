import { judgeListener } from '../access/index.ts';
import type { WireTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import { profiles } from '../requirements/index.ts';
import { chapterFor } from './audit-guide.ts';
import { type AuditQuestions, expectationsOf } from './audit-questions.ts';
import type { AuditResult } from './audit-result.ts';
import { auditWire, type SightedWire, sight, untriedWire, wireTranscript } from './audit-wire.ts';
import type { Sighting } from './sighting.ts';

/** Audits what the wire shows of a broker; what would need its machine does not apply. */
export async function auditWireTarget(target: WireTarget, questions: AuditQuestions): Promise<Sighting> {
  const { hostname, port, tls } = target;
  const wire = await wireOf(target, questions);
  const { sighting: seen } = wire;
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

async function wireOf(target: WireTarget, questions: AuditQuestions): Promise<SightedWire> {
  const { hostname, port, tls } = target;
  const { accessProof, passwordGuess, timeoutMs, caFile } = questions;
  const { user, vhost } = expectationsOf(target, questions, undefined);
  const place = { hostname, port, timeoutMs };
  if (user === undefined) {
    const untried = untriedWire(questions, 'the guide adds no user: name one with --user');
    return { ...untried, ...(await sight({ ...place, tls })) };
  }
  const placeholder = chapterFor(questions.guide, undefined).claims.password?.value;
  const trust = tls ? { tls: caFile === undefined ? {} : { caFile } } : {};
  return auditWire({
    address: { ...place, ...trust, username: user, vhost },
    password: questions.passwordOf(target),
    ...(placeholder !== undefined && { placeholder }),
    accessProof,
    passwordGuess,
  });
}

function machineResults(
  { tls }: WireTarget,
  { profile }: AuditQuestions,
  listener: Judgement,
): AuditResult[] {
  // Without its name, so that many targets are told of together.
  const reason = `${tls ? 'amqps' : 'amqp'}:// shows only what the wire shows; check the machine by ssh:// or docker:// for this`;
  return profiles[profile].map(({ id, title, claim, severity }) => {
    const judgement: Judgement =
      id === 'listener.amqp' ? listener : { outcome: 'not-applicable', severity, reason };
    return { id, title, claim, judgement, durationMs: 0 };
  });
}
