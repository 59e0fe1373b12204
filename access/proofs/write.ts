import type { ConfirmChannel } from 'amqplib';
import type { Judgement } from '../../model/evidence.ts';
import type { BrokerChannel } from '../broker-link.ts';
import { publishRouted } from '../message.ts';
import { bindRefusedFor } from './bind-refusal.ts';
import type { ProofObjects } from './configure.ts';
import type { Proof } from './proof.ts';
import { kept, refused, untriedAfter } from './verdicts.ts';

/** Publishes through the exchange, or, when the queue is not bound to it, through the default exchange. @throws AccessError */
export async function publishMandatory(
  channel: BrokerChannel<ConfirmChannel>,
  { exchange, queue }: ProofObjects,
  bound: boolean,
  body: Buffer,
): Promise<void> {
  await publishRouted(channel, { exchange: bound ? exchange.name : '', routingKey: queue.name, body });
}

const expected = 'a mandatory message is routed to a queue and confirmed by the broker';

/** Write permission: publishing to an exchange, and binding as far as it needs write. */
export const write: Proof = {
  id: 'access.write',
  title: 'The account can publish',
  judge({ account, objects }): Judgement {
    if (!objects) return untriedAfter(expected, 'access.login');
    if (!objects.used) return untriedAfter(expected, 'access.configure');
    const { bound, written } = objects.used;
    const refusal = written.value.ok ? bindRefusedFor('write', bound.value) : written.value.refusal;
    if (refusal) return refused(expected, refusal, account);
    return kept(expected, 'the message was routed and confirmed');
  },
  durationMs: ({ objects }) => objects?.used?.written.durationMs ?? 0,
};
