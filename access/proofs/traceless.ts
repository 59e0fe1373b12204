import type { AccessEvidence, ObjectsEvidence, ObjectsUse } from '../access-evidence.ts';
import { AccessError } from '../amqp-refusal.ts';
import { type Attempt, attempt, type Timed, timed } from '../attempt.ts';
import { type Ledger, uniqueName } from '../broker-object.ts';
import { cleaningUp, remove } from '../cleanup.ts';
import { connect } from '../connect.ts';
import type { Journal } from '../journal.ts';
import { randomBody } from '../message.ts';
import { type ReusedChannel, reusedChannel } from '../reused-channel.ts';
import { declareBoundExchange } from './bound-exchange.ts';
import type { ProofObjects } from './configure.ts';
import { declareExclusiveQueue } from './exclusive-queue.ts';
import { readBack } from './read.ts';
import type { RpcEvidence, RpcMeans } from './rpc-run.ts';
import { tracelessCall } from './traceless-call.ts';
import { publishMandatory } from './write.ts';

/** What the proof runs with; its connection owns the queue. */
export interface TracelessMeans extends RpcMeans {
  readonly journal: Journal;
}

/** The objects of the proof, what came of binding one to the other, and the channel of the connection that owns them. */
interface Bound {
  readonly objects: ProofObjects;
  readonly bound: Timed<Attempt>;
  readonly owner: ReusedChannel;
}

interface Use {
  readonly used: ObjectsUse;
  readonly rpc?: Timed<RpcEvidence>;
}

/**
 * Proves all that needs a login with an exclusive queue and an auto-delete exchange bound to it, which the broker removes
 * when their connection ends, however it ends. Another connection publishes: an alarm blocks those who publish, and the
 * one that owns the objects has to stay able to close.
 */
export async function gatherTraceless(
  means: TracelessMeans,
): Promise<Pick<AccessEvidence, 'objects' | 'rpc'>> {
  const { link, address, wholeDeadline: deadline } = means;
  const { rpc, ...objects } = await cleaningUp({ link, address, deadline }, (ledger) =>
    gather(means, ledger),
  );
  return rpc ? { objects, rpc } : { objects };
}

async function gather(
  means: TracelessMeans,
  ledger: Ledger,
): Promise<Omit<ObjectsEvidence, 'leftBehind'> & Partial<Use>> {
  const { value, durationMs } = await timed(() => attempt(() => declareObjects(means, ledger)));
  if (!value.ok) return { declared: { value, durationMs } };
  const declared = { value: { ok: true, value: undefined }, durationMs } as const;
  return { declared, ...(await use(means, value.value)) };
}

async function declareObjects({ link, journal }: TracelessMeans, ledger: Ledger): Promise<Bound> {
  const owner = reusedChannel(link);
  const channel = await owner();
  const name = await journal.note('declared an exclusive queue, named by the broker', () =>
    declareExclusiveQueue(channel),
  );
  const objects = {
    queue: { kind: 'queue', name },
    exchange: { kind: 'exchange', name: uniqueName() },
  } as const;
  const bound = await timed(() =>
    journal.note('declared an auto-delete exchange guideproof.<id> and asked to bind the queue to it', () =>
      declareBoundExchange(channel, ledger, objects),
    ),
  );
  if (ledger.has(objects.exchange) && link.usable()) {
    const deletion = () => remove(link, ledger, objects.exchange);
    await attempt(() => journal.note('deleted the exchange, to which nothing is bound', deletion));
  }
  return { objects, bound, owner };
}

async function use(means: TracelessMeans, mine: Bound): Promise<Use> {
  const { bound } = mine;
  // Without its connection the queue is gone: whatever else is tried says nothing about permissions.
  if (!bound.value.ok && bound.value.refusal.kind !== 'refused') {
    const lost = { value: bound.value, durationMs: 0 };
    return { used: { bound, written: lost, read: lost } };
  }
  const { address, proofDeadline, journal } = means;
  const login = () => journal.note('logged in a second time', () => connect(address, proofDeadline));
  const opened = await attempt(login);
  if (!opened.ok) {
    const { refusal } = opened;
    return useFrom(journal, mine, () => Promise.reject(new AccessError(refusal)));
  }
  await using link = opened.value;
  return await useFrom(journal, mine, reusedChannel(link));
}

async function useFrom(
  journal: Journal,
  { objects, bound, owner }: Bound,
  caller: ReusedChannel,
): Promise<Use> {
  const body = randomBody();
  const written = await step(journal, 'published a message', async () =>
    publishMandatory(await caller(), objects, bound.value.ok, body),
  );
  const read = await step(
    journal,
    'got, put back, consumed and acknowledged what was in the queue',
    async () => readBack(await owner(), objects, body),
  );
  const used = { bound, written, read };
  if (!bound.value.ok || !written.value.ok) return { used };
  const called = 'called from one connection to the other, and answered to a second exclusive queue';
  const run = () => journal.note(called, () => tracelessCall(owner, caller, objects));
  return { used, rpc: await timed(async () => ({ byDefault: await run() })) };
}

function step<Value>(
  journal: Journal,
  done: string,
  operation: () => Promise<Value>,
): Promise<Timed<Attempt<Value>>> {
  return timed(() => attempt(() => journal.note(done, operation)));
}
