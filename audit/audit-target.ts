import type { CheckTarget } from '../model/check-target.ts';
import type { TargetAudit } from '../model/target-audit.ts';
import { openMachine } from '../transports/open-machine.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { findingsOf } from './findings-of.ts';
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
  const sighting = await sight(target, questions, signal);
  const { id } = target;
  return {
    target: { id, kind: 'controller', accommodations: [], ...sighting.target },
    findings: findingsOf(target, questions, { ...sighting, results: stage(sighting.results) }),
    transcript: sighting.transcript,
  };
}

/** Loads what looks at targets; `auditTarget` does so by itself, but only when what takes longest is under way. */
export function loadAudits() {
  return Promise.all([import('./audit-machine.ts'), import('./audit-wire-target.ts')]);
}

async function sight(target: CheckTarget, questions: AuditQuestions, signal: AbortSignal): Promise<Sighting> {
  if (target.kind === 'wire') {
    const [, { auditWireTarget }] = await loadAudits();
    return untilAborted(signal, auditWireTarget(target, questions));
  }
  await using machine = openMachine(target.way, questions);
  // A machine gives its answer again to whoever asks later: these two are asked before anybody is there to understand it.
  void Promise.allSettled([machine.read(readCommands.rabbitDefinitions()), machine.reach()]);
  const [{ auditMachine }] = await loadAudits();
  return await untilAborted(signal, auditMachine(target, machine, questions));
}
