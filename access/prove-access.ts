import type { Evidence } from '../model/evidence.ts';
import type { AccessEvidence, Manner } from './access-evidence.ts';
import type { AccessProof, TracelessProof } from './access-result.ts';
import { describeRefusal } from './amqp-refusal.ts';
import { type Attempt, attempt, timed } from './attempt.ts';
import type { BrokerAddress } from './broker-address.ts';
import type { BrokerLink } from './broker-link.ts';
import { cleaningUp } from './cleanup.ts';
import { connect } from './connect.ts';
import type { Broker } from './connection-methods.ts';
import { type Deadline, deadlineIn, proofShare } from './deadline.ts';
import { newJournal } from './journal.ts';
import { accessProofs } from './proofs/index.ts';
import { gatherObjects } from './proofs/objects.ts';
import { judgeTransientQueues } from './proofs/rpc.ts';
import { gatherRpc, type RpcMeans } from './proofs/rpc-run.ts';
import { gatherTraceless } from './proofs/traceless.ts';

/**
 * Proves from outside that an account can log in, configure, write, read and call. Never throws for what a broker or a
 * network does, ends within `timeoutMs`, and leaves nothing on the broker, or says in a result what it left.
 */
export async function proveAccess(address: BrokerAddress): Promise<AccessProof> {
  const open = (deadline: Deadline) => connect(address, deadline);
  return judgeAccess(await gatherAccess(address, 'lasting', open, gatherLasting));
}

/**
 * Proves the same on a controller that is in use, with objects that go with their connection, whatever happens in the
 * middle, and tells everything that it did on the broker. At most two connections, one after the other.
 */
export async function proveAccessWithoutTrace(address: BrokerAddress): Promise<TracelessProof> {
  const journal = newJournal();
  const { username, vhost } = address;
  const open = (deadline: Deadline) =>
    journal.note(`logged in to ${vhost} as ${username}`, () => connect(address, deadline));
  const evidence = await gatherAccess(address, 'traceless', open, (means) =>
    gatherTraceless({ ...means, journal }),
  );
  const goodbye = 'closed the connections, with all that belonged to them';
  const performed = evidence.login.value.ok ? [...journal.performed, goodbye] : journal.performed;
  const proof = judgeAccess(evidence);
  const { value: login } = evidence.login;
  const authenticated = login.ok || login.refusal.authenticated === true;
  if (!proof.broker.known) return { ...proof, performed, authenticated };
  return {
    ...proof,
    performed,
    authenticated,
    sighting: { seen: 'amqp', ...proof.broker.value, tls: address.tls !== undefined },
  };
}

/** Turns evidence into results, without any I/O. */
export function judgeAccess(evidence: AccessEvidence): AccessProof {
  return {
    results: accessProofs.map(({ id, title, judge, durationMs }) => ({
      id,
      title,
      ...judge(evidence),
      durationMs: durationMs(evidence),
    })),
    transientQueues: judgeTransientQueues(evidence),
    broker: asEvidence(evidence.login.value),
  };
}

function asEvidence(login: Attempt<Broker>): Evidence<Broker> {
  if (login.ok) return { known: true, value: login.value };
  const { broker } = login.refusal;
  return broker ? { known: true, value: broker } : { known: false, reason: describeRefusal(login.refusal) };
}

type Gathered = Pick<AccessEvidence, 'objects' | 'rpc'>;

async function gatherAccess(
  address: BrokerAddress,
  manner: Manner,
  open: (deadline: Deadline) => Promise<BrokerLink>,
  gather: (means: RpcMeans) => Promise<Gathered>,
): Promise<AccessEvidence> {
  const { username, vhost, timeoutMs } = address;
  const about = { manner, account: { username, vhost } };
  const proofDeadline = deadlineIn(proofShare(timeoutMs));
  const wholeDeadline = deadlineIn(timeoutMs);
  const { value: opened, durationMs } = await timed(() => attempt(() => open(proofDeadline)));
  if (!opened.ok) return { ...about, login: { value: opened, durationMs } };
  await using link = opened.value;
  const login = { value: { ok: true, value: link.broker }, durationMs } as const;
  return { ...about, login, ...(await gather({ address, link, proofDeadline, wholeDeadline })) };
}

async function gatherLasting(means: RpcMeans): Promise<Gathered> {
  const { address, link, wholeDeadline: deadline } = means;
  const [objects, rpc] = await Promise.all([
    cleaningUp({ link, address, deadline }, (ledger) => gatherObjects(link, ledger)),
    timed(() => gatherRpc(means)),
  ]);
  return { objects, rpc };
}
