import { randomBytes, randomUUID } from 'node:crypto';
import type { ConfirmChannel, ConsumeMessage, Message } from 'amqplib';
import { z } from 'zod';
import { AccessError } from './amqp-refusal.ts';
import type { BrokerChannel } from './broker-link.ts';

/** Where a message goes and what it is. */
export interface Parcel {
  /** The empty string is the default exchange, which hands a message to the queue named by the routing key. */
  readonly exchange: string;
  readonly routingKey: string;
  readonly body: Buffer;
  readonly replyTo?: string;
  readonly correlationId?: string;
}

/** A body in which every byte value occurs, so that no change of encoding goes unseen, and which is never the same twice. */
export function randomBody(): Buffer {
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  return Buffer.concat([everyByte, randomBytes(256)]);
}

/** A correlation id. */
export function randomId(): string {
  return randomUUID();
}

const basicReturn = z.object({ replyCode: z.number(), replyText: z.string() });

/**
 * Publishes with `mandatory` and waits for the broker's confirm.
 * @throws AccessError when it was refused, not confirmed, or given back because no queue took it.
 */
export async function publishRouted(channel: BrokerChannel<ConfirmChannel>, parcel: Parcel): Promise<void> {
  const { exchange, routingKey, body, ...properties } = parcel;
  const during = `publish to ${exchange === '' ? 'the default exchange' : `exchange ${exchange}`}`;
  let returned: Message | undefined;
  const keep = (message: Message): void => {
    returned = message;
  };
  channel.amqp.on('return', keep);
  await channel.perform(during, async (amqp) => {
    amqp.publish(exchange, routingKey, body, { ...properties, mandatory: true, deliveryMode: 2 });
    await amqp.waitForConfirms();
  });
  channel.amqp.off('return', keep);
  if (!returned) return;
  const { replyCode: code, replyText: text } = basicReturn.parse(returned.fields);
  throw new AccessError({ kind: 'undelivered', during, code, text: `basic.return: ${text}` });
}

/** A consumer that waits for one message. */
export interface FirstOfQueue {
  readonly consumerTag: string;
  /** The first message of the queue, not yet acknowledged. @throws AccessError */
  first(): Promise<ConsumeMessage>;
}

/** Starts to consume a queue. @throws AccessError */
export async function consumeFirst(channel: BrokerChannel, queue: string): Promise<FirstOfQueue> {
  const during = `consume from queue ${queue}`;
  let deliver: (message: ConsumeMessage) => void;
  const delivered = new Promise<ConsumeMessage>((resolve) => {
    deliver = resolve;
  });
  const { consumerTag } = await channel.perform(during, (amqp) =>
    amqp.consume(queue, (message) => {
      if (message) deliver(message);
    }),
  );
  return { consumerTag, first: () => channel.perform(during, () => delivered) };
}

/** Acknowledges a message; the broker does not answer, so only a channel that is gone already is noticed. @throws AccessError */
export async function acknowledge(channel: BrokerChannel, message: Message): Promise<void> {
  await channel.perform('acknowledge', async (amqp) => amqp.ack(message));
}
