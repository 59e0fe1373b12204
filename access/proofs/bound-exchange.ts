import { long, methodFrame, short, shortString } from '../amqp-frame.ts';
import { AccessError } from '../amqp-refusal.ts';
import { type Attempt, attempt } from '../attempt.ts';
import type { BrokerChannel } from '../broker-link.ts';
import type { Ledger } from '../broker-object.ts';
import type { ProofObjects } from './configure.ts';

/** Class and method of `exchange.declare`. */
const exchangeDeclare = '40.10';

/**
 * Declares an exchange that goes with its last binding, and binds the queue, in one write: an exchange that is declared
 * and never bound would stay, and a process can be killed at any moment. amqplib would wait between the two. Binding
 * once more changes nothing, and its answer tells what came of both. Gives back what came of the binding; an exchange
 * that stays unbound is left in the ledger.
 * @throws AccessError when the exchange could not be declared.
 */
export async function declareBoundExchange(
  channel: BrokerChannel,
  ledger: Ledger,
  objects: ProofObjects,
): Promise<Attempt> {
  const { exchange } = objects;
  ledger.set(exchange, 'asked');
  channel.send((number) => Buffer.concat([declareFrame(number, objects), bindFrame(number, objects)]));
  const bound = await attempt(() => bindAgain(channel, objects));
  if (bound.ok) {
    ledger.delete(exchange);
    return bound;
  }
  if (bound.refusal.method === exchangeDeclare) {
    ledger.delete(exchange);
    throw new AccessError({ ...bound.refusal, during: 'declare an auto-delete exchange' });
  }
  if (bound.refusal.kind === 'refused') ledger.set(exchange, 'there');
  return bound;
}

async function bindAgain(channel: BrokerChannel, { exchange, queue }: ProofObjects): Promise<void> {
  await channel.perform('bind queue to exchange', (amqp) =>
    amqp.bindQueue(queue.name, exchange.name, queue.name),
  );
}

const autoDelete = 0b00100;
const exchangeNoWait = 0b10000;
const bindNoWait = 0b1;
const noArguments = long(0);

/** `exchange.declare` with no-wait (AMQP 0-9-1 reference, 1.4.1): an answer only in case of an error. */
function declareFrame(channel: number, { exchange }: ProofObjects): Buffer {
  const names = Buffer.concat([short(0), shortString(exchange.name), shortString('topic')]);
  return methodFrame(channel, 40, 10, names, Buffer.of(autoDelete | exchangeNoWait), noArguments);
}

/** `queue.bind` with no-wait, by the name of the queue (AMQP 0-9-1 reference, 1.5.2). */
function bindFrame(channel: number, { exchange, queue }: ProofObjects): Buffer {
  const key = shortString(queue.name);
  const names = Buffer.concat([short(0), shortString(queue.name), shortString(exchange.name), key]);
  return methodFrame(channel, 50, 20, names, Buffer.of(bindNoWait), noArguments);
}
