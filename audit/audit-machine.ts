import type { MachineTarget } from '../model/check-target.ts';
import type { Judgement } from '../model/evidence.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { auditController, type ControllerAudit } from '../requirements/audit-controller.ts';
import { commandLine } from '../requirements/command-line.ts';
import type { Machine } from '../transports/open-machine.ts';
import { TransportError } from '../transports/transport-error.ts';
import { type AuditQuestions, expectationsOf } from './audit-questions.ts';
import type { AuditResult } from './audit-result.ts';
import { type WireAudit, wireTranscript } from './audit-wire.ts';
import { foreseen } from './foreseen.ts';
import { seenFromOutside, withoutListener } from './listener-from-outside.ts';
import { auditMachineWire, type MachineWire } from './machine-wire.ts';
import type { Sighting } from './sighting.ts';

/** The check that everything else of a machine hangs on; the guide says nothing of it. */
export const reachable = {
  id: 'controller.reachable',
  title: 'The controller can be looked at',
  claim: 'package',
} as const;

/** Audits a machine from inside and its broker from outside, both at once, by reading and by a login that leaves no trace. */
export async function auditMachine(
  target: MachineTarget,
  machine: Machine,
  questions: AuditQuestions,
): Promise<Sighting> {
  const { profile } = questions;
  const expectationsFor = (tag: Parameters<typeof expectationsOf>[2]) =>
    expectationsOf(target, questions, tag);
  const anyhow = foreseen(expectationsFor);
  const [reached, audit, wire] = await Promise.all([
    reach(machine),
    auditController(machine, { expectationsFor, ...(anyhow && { anyhow }), profile }),
    auditMachineWire(target, machine, questions),
  ]);
  const { name: distro, tag } = audit.distribution;
  const seen = wire.outside?.sighting;
  // Of what was asked of a machine that was not reached nothing was run.
  const record = reached.judgement.outcome === 'pass' ? machine.record : [];
  const version = audit.brokerVersion ?? (seen?.seen === 'amqp' ? seen.version : undefined);
  return {
    results: [reached, ...together(requirementResults(audit), wire)],
    tag,
    target: {
      ...(distro !== undefined && { distro }),
      ...(tag && { tag }),
      ...(version !== undefined && { broker: { version } }),
      performed: [
        ...record.map(({ argv }) => commandLine(argv)),
        ...wire.performed.map((done) => `AMQP: ${done}`),
      ],
    },
    transcript: transcriptOf(target, record, wire),
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

function requirementResults({ results }: ControllerAudit): readonly AuditResult[] {
  return results.map(({ id, title, claim, judgement, durationMs }) => {
    return { id, title, claim, judgement, durationMs };
  });
}

/** What was seen from inside and from outside, the two held against each other where they are about the same. */
function together(inside: readonly AuditResult[], { results, outside }: MachineWire): AuditResult[] {
  if (!outside) return [...inside, ...results];
  const judged = inside.map((result) =>
    result.id === 'listener.amqp'
      ? { ...result, judgement: seenFromOutside(result.judgement, outside) }
      : result,
  );
  const listener = judged.find(({ id }) => id === 'listener.amqp')?.judgement.outcome;
  return [...judged, ...(listener === 'could-not-check' ? withoutListener(results) : results)];
}

/** Without what was printed: it may hold hashes of passwords. */
function transcriptOf(
  { id: target }: MachineTarget,
  record: Machine['record'],
  wire: WireAudit,
): TranscriptEntry[] {
  const read = record.map(({ argv, exitCode, durationMs }) => {
    const ended = exitCode === undefined ? {} : { exitCode };
    return { target, id: 'controller', command: commandLine(argv), output: '', ...ended, durationMs };
  });
  return [...read, ...wireTranscript(target, wire)];
}
