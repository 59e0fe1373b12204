import type { Evidence } from '../model/evidence.ts';
import type { AccessEvidence } from './access-evidence.ts';
import type { AccessProof } from './access-result.ts';
import { describeRefusal } from './amqp-refusal.ts';
import { type Attempt, attempt, timed } from './attempt.ts';
import type { BrokerAddress } from './broker-address.ts';
import type { Broker } from './broker-link.ts';
import { cleaningUp } from './cleanup.ts';
import { connect } from './connect.ts';
import { deadlineIn, proofShare } from './deadline.ts';
import { accessProofs } from './proofs/index.ts';
import { gatherObjects } from './proofs/objects.ts';
import { judgeTransientQueues } from './proofs/rpc.ts';
import { gatherRpc } from './proofs/rpc-run.ts';

/**
 * Proves from outside that an account can log in, configure, write, read and call. Never throws for what a broker or a
 * network does, ends within `timeoutMs`, and leaves nothing on the broker, or says in a result what it left.
 */
export async function proveAccess(address: BrokerAddress): Promise<AccessProof> {
  return judgeAccess(await gatherAccess(address));
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
    transientQueues: judgeTransientQueues(evidence.rpc?.value),
    broker: asEvidence(evidence.login.value),
  };
}

function asEvidence(login: Attempt<Broker>): Evidence<Broker> {
  return login.ok
    ? { known: true, value: login.value }
    : { known: false, reason: describeRefusal(login.refusal) };
}

async function gatherAccess(address: BrokerAddress): Promise<AccessEvidence> {
  const { username, vhost, timeoutMs } = address;
  const account = { username, vhost };
  const proofDeadline = deadlineIn(proofShare(timeoutMs));
  const wholeDeadline = deadlineIn(timeoutMs);
  const { value: opened, durationMs } = await timed(() => attempt(() => connect(address, proofDeadline)));
  if (!opened.ok) return { account, login: { value: opened, durationMs } };
  await using link = opened.value;
  const login = { value: { ok: true, value: link.broker }, durationMs } as const;
  const [objects, rpc] = await Promise.all([
    cleaningUp({ link, address, deadline: wholeDeadline }, (ledger) => gatherObjects(link, ledger)),
    timed(() => gatherRpc({ address, link, proofDeadline, wholeDeadline })),
  ]);
  return { account, login, objects, rpc };
}
