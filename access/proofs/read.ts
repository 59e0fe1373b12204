import type { Judgement } from '../../model/evidence.ts';
import type { AccessEvidence, ReadEvidence } from '../access-evidence.ts';
import type { BrokerChannel } from '../broker-link.ts';
import { acknowledge, consumeFirst } from '../message.ts';
import { bindRefusedFor } from './bind-refusal.ts';
import type { ProofObjects } from './configure.ts';
import type { Proof } from './proof.ts';
import { broken, kept, refused, untriedAfter } from './verdicts.ts';

/** Gets the message and puts it back, consumes and acknowledges it, and looks whether anything is left. @throws AccessError */
export async function readBack(
  channel: BrokerChannel,
  { queue: { name } }: ProofObjects,
  sent: Buffer,
): Promise<ReadEvidence> {
  const get = () => channel.perform(`get from queue ${name}`, (amqp) => amqp.get(name));
  const got = await get();
  if (!got) return { sent, emptied: true };
  await channel.perform(`put back into queue ${name}`, async (amqp) => amqp.nack(got, false, true));
  const consumed = await consumeAndAcknowledge(channel, name);
  // Puts back whatever this channel holds unacknowledged, which `get` would not see otherwise.
  await channel.perform('recover unacknowledged messages', (amqp) => amqp.recover());
  return { sent, got: got.content, consumed, emptied: !(await get()) };
}

async function consumeAndAcknowledge(channel: BrokerChannel, queue: string): Promise<Buffer> {
  const consumer = await consumeFirst(channel, queue);
  const message = await consumer.first();
  await acknowledge(channel, message);
  await channel.perform(`cancel consumer of queue ${queue}`, (amqp) => amqp.cancel(consumer.consumerTag));
  return message.content;
}

const expected =
  'the same bytes come back by get and by consume, and the queue is empty once they are acknowledged';

/** Read permission: getting and consuming from a queue, and binding as far as it needs read. */
export const read: Proof = {
  id: 'access.read',
  title: 'The account can get and consume',
  judge({ account, objects }): Judgement {
    if (!objects) return untriedAfter(expected, 'access.login');
    if (!objects.used) return untriedAfter(expected, 'access.configure');
    const { bound, written, read: gathered } = objects.used;
    if (!gathered.value.ok) {
      const { refusal } = gathered.value;
      // A connection is blocked for what it publishes; that says nothing about reading.
      if (refusal.kind === 'blocked') return untriedAfter(expected, 'access.write');
      return refused(expected, refusal, account);
    }
    const bindRefusal = bindRefusedFor('read', bound.value);
    if (bindRefusal) return refused(expected, bindRefusal, account);
    return written.value.ok ? judgeBytes(gathered.value.value) : untriedAfter(expected, 'access.write');
  },
  durationMs: ({ objects }: AccessEvidence) => objects?.used?.read.durationMs ?? 0,
};

function judgeBytes({ sent, got, consumed, emptied }: ReadEvidence): Judgement {
  const fix = 'Look for another consumer, a policy or a plugin that takes or changes messages in this vhost.';
  if (!got) return broken(expected, 'the queue was empty although the broker had confirmed a message', fix);
  if (!got.equals(sent)) return broken(expected, differs('get', sent, got), fix);
  if (!consumed?.equals(sent)) return broken(expected, differs('consume', sent, consumed), fix);
  if (!emptied) return broken(expected, 'the message was still in the queue after its acknowledgement', fix);
  return kept(expected, `${sent.length} bytes came back twice and were acknowledged`);
}

function differs(way: string, sent: Buffer, back: Buffer | undefined): string {
  return `sent ${sent.length} bytes, ${way} gave ${back?.length ?? 0} bytes that are not the same`;
}
