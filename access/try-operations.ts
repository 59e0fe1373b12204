import { type Attempt, attempt } from './attempt.ts';
import type { BrokerAddress } from './broker-address.ts';
import type { BrokerLink } from './broker-link.ts';
import { type BrokerObject, type Ledger, uniqueName } from './broker-object.ts';
import { remove } from './cleanup.ts';
import { connect } from './connect.ts';
import { deadlineIn } from './deadline.ts';
import { randomBody } from './message.ts';
import {
  bindObjects,
  declareObjects,
  newObjects,
  type ProofObjects,
  removeObjects,
} from './proofs/configure.ts';
import { readBack } from './proofs/read.ts';
import { publishMandatory } from './proofs/write.ts';

/** What one operation for each permission came to. */
export type Operations = Readonly<Record<'configure' | 'write' | 'read', Attempt<unknown>>>;

/** Makes a queue bound to an exchange; disposing of them removes both. Left unused, they go after a minute. @throws AccessError */
export async function makeObjects(address: BrokerAddress): Promise<ProofObjects & AsyncDisposable> {
  const objects = newObjects();
  const ledger: Ledger = new Map();
  const dispose = () => connected(address, (link) => removeObjects(link, ledger, objects));
  try {
    await connected(address, async (link) => {
      await declareObjects(link, ledger, objects);
      await bindObjects(link, objects);
    });
  } catch (error) {
    await attempt(dispose);
    throw error;
  }
  return { ...objects, [Symbol.asyncDispose]: dispose };
}

/**
 * Tries each permission by itself on objects that are there already, so that one that was taken away does not hide
 * another. The connection is a new one: brokers remember for a while what a connection may do. @throws AccessError
 */
export function tryOperations(address: BrokerAddress, objects: ProofObjects): Promise<Operations> {
  return connected(address, async (link) => ({
    configure: await attempt(() => declareAndDelete(link)),
    write: await attempt(async () =>
      publishMandatory(await link.openConfirmChannel(), objects, true, randomBody()),
    ),
    read: await attempt(async () => readBack(await link.openChannel(), objects, randomBody())),
  }));
}

async function declareAndDelete(link: BrokerLink): Promise<void> {
  const queue: BrokerObject = { kind: 'queue', name: uniqueName() };
  const channel = await link.openChannel();
  // An exclusive queue goes with its connection, whatever becomes of the deletion.
  await channel.perform('declare a queue', (amqp) => amqp.assertQueue(queue.name, { exclusive: true }));
  await remove(link, new Map(), queue);
}

async function connected<Result>(
  address: BrokerAddress,
  operation: (link: BrokerLink) => Promise<Result>,
): Promise<Result> {
  await using link = await connect(address, deadlineIn(address.timeoutMs));
  return await operation(link);
}
