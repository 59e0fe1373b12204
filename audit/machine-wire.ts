import type { MachineTarget } from '../model/check-target.ts';
import type { DistributionTag } from '../model/distribution.ts';
import { readDistribution } from '../requirements/distribution.ts';
import type { Machine } from '../transports/open-machine.ts';
import { TransportError } from '../transports/transport-error.ts';
import { chapterFor } from './audit-guide.ts';
import { type AuditQuestions, expectationsOf } from './audit-questions.ts';
import { auditWire, untriedWire, type WireAudit } from './audit-wire.ts';
import { foreseen } from './foreseen.ts';
import type { Outside } from './listener-from-outside.ts';

/** What was found out from outside about a machine's broker; `outside` is absent where nobody looked. */
export interface MachineWire extends WireAudit {
  readonly outside?: Outside;
}

/**
 * Looks at a machine's broker from outside, as OpenStack's services would come; who logs in depends on the guide for the
 * machine's distribution. Of a machine that cannot be looked at nothing is tried: whoever answers in the place of one that
 * ssh does not trust must not get a password.
 */
export async function auditMachineWire(
  target: MachineTarget,
  machine: Machine,
  questions: AuditQuestions,
): Promise<MachineWire> {
  if (!questions.accessProof && !questions.passwordGuess) return untriedWire(questions, '');
  const begun = performance.now();
  try {
    await machine.reach();
    const accountFor = (tag: DistributionTag | undefined) => ({
      ...expectationsOf(target, questions, tag),
      placeholder: chapterFor(questions.guide, tag).claims.password?.value,
    });
    const account = foreseen(accountFor) ?? accountFor((await readDistribution(machine)).tag);
    const { user, vhost, amqpPort, placeholder } = account;
    if (user === undefined) return untriedWire(questions, 'the guide adds no user: name one with --user');
    const place = await machine.amqpAddress(amqpPort);
    const timeoutMs = Math.max(1, questions.timeoutMs - (performance.now() - begun));
    const wire = await auditWire({
      address: { ...place, username: user, vhost, timeoutMs },
      password: questions.passwordOf(target),
      ...(placeholder !== undefined && { placeholder }),
      accessProof: questions.accessProof,
      passwordGuess: questions.passwordGuess,
    });
    return { ...wire, outside: { ...place, machinePort: amqpPort, sighting: wire.sighting } };
  } catch (error) {
    if (error instanceof TransportError) return untriedWire(questions, error.message);
    throw error;
  }
}
