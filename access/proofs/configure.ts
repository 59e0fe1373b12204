import type { Judgement } from '../../model/evidence.ts';
import type { AccessEvidence, Manner, ObjectsEvidence } from '../access-evidence.ts';
import type { BrokerLink } from '../broker-link.ts';
import {
  type BrokerObject,
  declare,
  type Ledger,
  uniqueName,
  unusedQueueExpiresMs,
} from '../broker-object.ts';
import { remove } from '../cleanup.ts';
import type { Proof } from './proof.ts';
import { kept, refused, untriedAfter, withLeftBehind } from './verdicts.ts';

/** One exchange and one queue of the proof's own. */
export interface ProofObjects {
  readonly exchange: BrokerObject;
  readonly queue: BrokerObject;
}

/** Names for a new pair. */
export function newObjects(): ProofObjects {
  const name = uniqueName();
  return { exchange: { kind: 'exchange', name }, queue: { kind: 'queue', name } };
}

/**
 * Declares both, durable. An exchange cannot expire: `autoDelete` makes it go with its last binding, that is when the
 * unused queue expires. Only a proof killed before the binding, some milliseconds, leaves the exchange for good.
 * @throws AccessError
 */
export async function declareObjects(link: BrokerLink, ledger: Ledger, objects: ProofObjects): Promise<void> {
  const { exchange, queue } = objects;
  const channel = await link.openChannel();
  await declare(ledger, queue, () =>
    channel.perform('declare a durable queue', (amqp) =>
      amqp.assertQueue(queue.name, { durable: true, expires: unusedQueueExpiresMs }),
    ),
  );
  await declare(ledger, exchange, () =>
    channel.perform('declare a durable exchange', (amqp) =>
      amqp.assertExchange(exchange.name, 'topic', { durable: true, autoDelete: true }),
    ),
  );
}

/** Binds the queue by its name, and binds and unbinds it by another key. @throws AccessError */
export async function bindObjects(link: BrokerLink, { exchange, queue }: ProofObjects): Promise<void> {
  const channel = await link.openChannel();
  const other = `${queue.name}.other`;
  const bind = (key: string) =>
    channel.perform('bind queue to exchange', (amqp) => amqp.bindQueue(queue.name, exchange.name, key));
  await bind(queue.name);
  await bind(other);
  await channel.perform('unbind queue from exchange', (amqp) =>
    amqp.unbindQueue(queue.name, exchange.name, other),
  );
}

/** Deletes both; the exchange first, while its binding still keeps it from going by itself. @throws AccessError */
export async function removeObjects(link: BrokerLink, ledger: Ledger, objects: ProofObjects): Promise<void> {
  await remove(link, ledger, objects.exchange);
  await remove(link, ledger, objects.queue);
}

const promises = {
  lasting: {
    expected: 'a durable exchange and a durable queue can be declared and deleted',
    actual: 'both were declared and deleted',
  },
  traceless: {
    expected: 'an auto-delete exchange and an exclusive queue can be declared',
    actual: 'both were declared, and go with their connection',
  },
} satisfies Record<Manner, { expected: string; actual: string }>;

/** Configure permission: declaring and deleting; binding belongs to write and read. */
export const configure: Proof = {
  id: 'access.configure',
  title: 'The account can declare and delete exchanges and queues',
  judge({ account, objects, manner }): Judgement {
    const promise = promises[manner];
    if (!objects) return untriedAfter(promise.expected, 'access.login');
    return withLeftBehind(judgeObjects(account, objects, promise), objects.leftBehind);
  },
  durationMs: ({ objects }) =>
    (objects?.declared.durationMs ?? 0) +
    (objects?.used?.bound.durationMs ?? 0) +
    (objects?.used?.removed?.durationMs ?? 0),
};

function judgeObjects(
  account: AccessEvidence['account'],
  { declared, used, leftBehind }: ObjectsEvidence,
  { expected, actual }: { expected: string; actual: string },
): Judgement {
  if (!declared.value.ok) return refused(expected, declared.value.refusal, account);
  const refusal = used?.removed?.value.ok === false ? used.removed.value.refusal : undefined;
  // A connection that broke says nothing about deleting, and cleaning up deletes over another one.
  const deletedLater = refusal?.kind !== 'refused' && leftBehind.length === 0;
  if (refusal && !deletedLater) return refused(expected, refusal, account);
  return kept(expected, actual);
}
