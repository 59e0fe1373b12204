import type { Refusal } from './amqp-refusal.ts';
import { attempt } from './attempt.ts';
import type { BrokerAddress } from './broker-address.ts';
import type { BrokerLink } from './broker-link.ts';
import type { BrokerObject, Ledger } from './broker-object.ts';
import { connect } from './connect.ts';
import type { Deadline } from './deadline.ts';

/** An object of ours that could not be removed, and why. */
export interface LeftBehind {
  readonly object: BrokerObject;
  readonly refusal: Refusal;
}

/** Deletes one object on a channel of its own and strikes it off the ledger. @throws AccessError */
export async function remove(link: BrokerLink, ledger: Ledger, object: BrokerObject): Promise<void> {
  const channel = await link.openChannel();
  const { kind, name } = object;
  await channel.perform(
    `delete ${kind} ${name}`,
    (amqp): Promise<unknown> => (kind === 'queue' ? amqp.deleteQueue(name) : amqp.deleteExchange(name)),
  );
  ledger.delete(object);
}

/**
 * Runs `work` and removes whatever it left in its ledger, also when it throws. The given connection is used if it still
 * works, else one new one is opened; what cannot be removed until the deadline is given back.
 */
export async function cleaningUp<Evidence>(
  { link, address, deadline }: { link: BrokerLink; address: BrokerAddress; deadline: Deadline },
  work: (ledger: Ledger) => Promise<Evidence>,
): Promise<Evidence & { readonly leftBehind: readonly LeftBehind[] }> {
  const ledger: Ledger = new Map();
  let leftBehind: readonly LeftBehind[] = [];
  let evidence: Evidence;
  try {
    evidence = await work(ledger);
  } finally {
    if (ledger.size > 0) leftBehind = await removeAll(ledger, link, address, deadline);
  }
  return { ...evidence, leftBehind };
}

async function removeAll(
  ledger: Ledger,
  link: BrokerLink,
  address: BrokerAddress,
  deadline: Deadline,
): Promise<readonly LeftBehind[]> {
  if (link.usable()) await removeOver(link, ledger);
  if (ledger.size === 0) return [];
  const unanswered = [...ledger].filter(([, state]) => state === 'asked').map(([object]) => object);
  const reconnected = await attempt(() => connect(address, deadline));
  if (!reconnected.ok) return [...ledger.keys()].map((object) => ({ object, refusal: reconnected.refusal }));
  await using fresh = reconnected.value;
  const failed = await removeOver(fresh, ledger);
  return [...failed, ...unanswered.filter((object) => !ledger.has(object)).map(declaredTooLate)];
}

/** A broker may still carry out what it was asked over a connection that broke, after the deletion over the next one. */
function declaredTooLate(object: BrokerObject): LeftBehind {
  const text = 'the declaration was never answered';
  return { object, refusal: { kind: 'lost', during: `declare ${object.kind} ${object.name}`, text } };
}

/**
 * Exchanges first: while a queue goes and takes its auto-delete exchange with it, deleting that exchange as well can
 * crash the queue's process, and the broker then brings the queue back (seen on RabbitMQ 3.10).
 */
async function removeOver(link: BrokerLink, ledger: Ledger): Promise<readonly LeftBehind[]> {
  const exchanges = await removeKind('exchange', link, ledger);
  const queues = await removeKind('queue', link, ledger);
  return [...exchanges, ...queues];
}

async function removeKind(
  kind: BrokerObject['kind'],
  link: BrokerLink,
  ledger: Ledger,
): Promise<readonly LeftBehind[]> {
  const objects = [...ledger.keys()].filter((object) => object.kind === kind);
  const removals = objects.map(async (object) => ({
    object,
    removal: await attempt(() => remove(link, ledger, object)),
  }));
  const settled = await Promise.all(removals);
  return settled.flatMap(({ object, removal }) => (removal.ok ? [] : [{ object, refusal: removal.refusal }]));
}
