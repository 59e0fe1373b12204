import type { MachineTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { auditController, type ControllerAudit } from '../requirements/audit-controller.ts';
import { commandLine } from '../requirements/command-line.ts';
import { readDistribution } from '../requirements/distribution.ts';
import { type Machine, openMachine } from '../transports/open-machine.ts';
import { TransportError } from '../transports/transport-error.ts';
import { chapterFor } from './audit-guide.ts';
import { type AuditQuestions, expectationsOf } from './audit-questions.ts';
import type { AuditResult } from './audit-result.ts';
import { auditWire, untriedWire, type WireAudit, wireTranscript } from './audit-wire.ts';
import type { Sighting } from './sighting.ts';

/** The check that everything else of a machine hangs on; the guide says nothing of it. */
export const reachable = {
  id: 'controller.reachable',
  title: 'The controller can be looked at',
  claim: 'package',
} as const;

/** Audits a machine from inside and its broker from outside, both at once, by reading and by a login that leaves no trace. */
export async function auditMachine(target: MachineTarget, questions: AuditQuestions): Promise<Sighting> {
  const { timeoutMs, profile } = questions;
  await using machine = openMachine(target.way, { timeoutMs });
  const expectationsFor = (tag: Parameters<typeof expectationsOf>[2]) =>
    expectationsOf(target, questions, tag);
  const [reached, audit, wire] = await Promise.all([
    reach(machine),
    auditController(machine, { expectationsFor, profile }),
    wireOf(target, machine, questions),
  ]);
  const { name: distro, tag } = audit.distribution;
  const version = audit.brokerVersion ?? versionSeen(wire);
  return {
    results: [reached, ...requirementResults(audit, wire), ...wire.results],
    tag,
    target: {
      ...(distro !== undefined && { distro }),
      ...(tag && { tag }),
      ...(version !== undefined && { broker: { version } }),
      performed: [...machine.performed.map(commandLine), ...wire.performed.map((done) => `AMQP: ${done}`)],
    },
    transcript: transcriptOf(target, machine, wire),
  };
}

async function reach(machine: Machine): Promise<AuditResult> {
  const start = performance.now();
  const judgement = await machine.reach().then(
    (): Judgement => ({ outcome: 'pass', severity: 'error', actual: `${machine.name} answers` }),
    (error: unknown): Judgement => {
      if (!(error instanceof TransportError)) throw error;
      return { outcome: 'could-not-check', severity: 'error', reason: error.message };
    },
  );
  const durationMs = Math.round(performance.now() - start);
  return { ...reachable, judgement, durationMs };
}

/** From outside, as OpenStack's services would come; who logs in depends on the guide for the machine's distribution. */
async function wireOf(
  target: MachineTarget,
  machine: Machine,
  questions: AuditQuestions,
): Promise<WireAudit> {
  const { accessProof, passwordGuess, timeoutMs } = questions;
  const { tag } = await readDistribution(machine);
  const { user, vhost, amqpPort } = expectationsOf(target, questions, tag);
  const placeholder = chapterFor(questions.guide, tag).claims.password?.value;
  const asked = {
    password: questions.passwordOf(target),
    ...(placeholder !== undefined && { placeholder }),
    accessProof,
    passwordGuess,
  };
  if (user === undefined) return untriedWire(asked, 'the guide adds no user: name one with --user');
  try {
    const place = await machine.amqpAddress(amqpPort);
    return await auditWire({ ...asked, address: { ...place, username: user, vhost, timeoutMs } });
  } catch (error) {
    if (error instanceof TransportError) return untriedWire(asked, error.message);
    throw error;
  }
}

function requirementResults({ results }: ControllerAudit, wire: WireAudit): readonly AuditResult[] {
  return results.map(({ id, title, claim, judgement, durationMs }) => {
    const seen = id === 'listener.amqp' ? seenFromOutside(judgement, wire) : judgement;
    return { id, title, claim, judgement: seen, durationMs };
  });
}

/** A proxy may listen in the broker's place, which from inside looks like a stranger: whoever logged in knows better. */
function seenFromOutside(judgement: Judgement, { proof }: WireAudit): Judgement {
  if (judgement.outcome !== 'could-not-check' || !proof?.broker.known) return judgement;
  const { product, version } = proof.broker.value;
  const { reason: _, ...rest } = judgement;
  return { ...rest, outcome: 'pass', actual: `${product} ${version} answers from outside` };
}

function versionSeen({ proof }: WireAudit): string | undefined {
  return proof?.broker.known ? proof.broker.value.version : undefined;
}

/** Without what was printed: it may hold hashes of passwords. */
function transcriptOf({ id: target }: MachineTarget, machine: Machine, wire: WireAudit): TranscriptEntry[] {
  const read = machine.record.map(({ argv, exitCode, durationMs }) => {
    const ended = exitCode === undefined ? {} : { exitCode };
    return { target, id: 'controller', command: commandLine(argv), output: '', ...ended, durationMs };
  });
  return [...read, ...wireTranscript(target, wire)];
}
