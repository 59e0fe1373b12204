import type { Evidence, Judgement } from '../../model/evidence.ts';
import type { TransientQueues } from '../access-result.ts';
import { describeRefusal, type Refusal } from '../amqp-refusal.ts';
import { type Attempt, attempt } from '../attempt.ts';
import type { BrokerAddress } from '../broker-address.ts';
import type { BrokerLink } from '../broker-link.ts';
import type { Ledger } from '../broker-object.ts';
import { cleaningUp, type LeftBehind } from '../cleanup.ts';
import { connect } from '../connect.ts';
import type { Deadline } from '../deadline.ts';
import type { Proof } from './proof.ts';
import {
  declareCallerSide,
  declareServerSide,
  newRpcNames,
  quorumLayout,
  type RpcLayout,
  transientLayout,
} from './rpc-layout.ts';
import { callAndCast, type RpcTraffic } from './rpc-traffic.ts';
import { broken, kept, permissionsFix, refused, untried, untriedAfter, withLeftBehind } from './verdicts.ts';

/** A call tried in one layout. */
export interface RpcRun {
  readonly layout: string;
  readonly declared: Attempt;
  /** Absent when the queues could not be declared. */
  readonly traffic?: Attempt<RpcTraffic>;
  readonly leftBehind: readonly LeftBehind[];
}

/** The call in oslo.messaging's default layout, and once more with durable queues where the broker refuses the default. */
export interface RpcEvidence {
  readonly byDefault: RpcRun;
  readonly durable?: RpcRun;
}

/** What the proof runs with: a connection for cleaning up, and the moments when proof and cleaning up must end. */
export interface RpcMeans {
  readonly address: BrokerAddress;
  readonly link: BrokerLink;
  readonly proofDeadline: Deadline;
  readonly wholeDeadline: Deadline;
}

/** Calls between two connections of its own, so that a refusal which ends a connection ends no other proof. */
export async function proveRpc(means: RpcMeans): Promise<RpcEvidence> {
  const byDefault = await run(means, transientLayout);
  if (!transientRefusal(byDefault)) return { byDefault };
  return { byDefault, durable: await run(means, quorumLayout) };
}

function run(means: RpcMeans, layout: RpcLayout): Promise<RpcRun> {
  const { address, link, wholeDeadline: deadline } = means;
  return cleaningUp({ link, address, deadline }, (ledger) => runLayout(means, layout, ledger));
}

async function runLayout(
  { address, proofDeadline }: RpcMeans,
  layout: RpcLayout,
  ledger: Ledger,
): Promise<Omit<RpcRun, 'leftBehind'>> {
  const run = await attempt(async () => {
    await using callerLink = await connect(address, proofDeadline);
    await using serverLink = await connect(address, proofDeadline);
    const ends = {
      caller: await callerLink.openConfirmChannel(),
      server: await serverLink.openConfirmChannel(),
    };
    const names = newRpcNames();
    const declared = await attempt(async () => {
      await declareServerSide({ channel: ends.server, ledger, layout }, names);
      await declareCallerSide({ channel: ends.caller, ledger, layout }, names);
    });
    return declared.ok ? { declared, traffic: await attempt(() => callAndCast(ends, names)) } : { declared };
  });
  return { layout: layout.name, ...(run.ok ? run.value : { declared: run }) };
}

/** A broker that refuses queues which are neither durable nor exclusive says so by this name (RabbitMQ 4.3 on). */
const transientFeature = 'transient_nonexcl_queues';

function transientRefusal({ declared }: RpcRun): Refusal | undefined {
  return !declared.ok && declared.refusal.text.includes(transientFeature) ? declared.refusal : undefined;
}

/** Whether the broker takes queues as oslo.messaging declares them by default. */
export function judgeTransientQueues(evidence: RpcEvidence | undefined): Evidence<TransientQueues> {
  if (!evidence) return { known: false, reason: 'access.login failed' };
  const { declared } = evidence.byDefault;
  if (declared.ok) return { known: true, value: { outcome: 'allowed' } };
  const { code, text } = declared.refusal;
  if (!transientRefusal(evidence.byDefault) || code === undefined) {
    return { known: false, reason: describeRefusal(declared.refusal) };
  }
  return { known: true, value: { outcome: 'refused', code, text } };
}

const expected = 'a call, its reply and a fanout cast, laid out as oslo.messaging does, arrive byte for byte';

/** Remote calls need all three permissions at once, and the default exchange for replies. */
export const rpc: Proof = {
  id: 'access.rpc',
  title: 'Two connections can call each other as OpenStack services do',
  judge({ account, rpc: gathered }): Judgement {
    if (!gathered) return untriedAfter(expected, 'access.login');
    const { byDefault, durable } = gathered.value;
    const leftBehind = [...byDefault.leftBehind, ...(durable?.leftBehind ?? [])];
    return withLeftBehind(judgeRun(durable ?? byDefault, permissionsFix(account)), leftBehind);
  },
  durationMs: ({ rpc: gathered }) => gathered?.durationMs ?? 0,
};

function judgeRun({ declared, traffic, layout }: RpcRun, fix: string): Judgement {
  if (!declared.ok) return refused(expected, declared.refusal, fix);
  if (!traffic) return untried(expected, 'nothing was sent');
  if (!traffic.ok) return refused(expected, traffic.refusal, fix);
  const { passages, correlationId } = traffic.value;
  const changed: string[] = passages
    .filter(({ sent, arrived }) => !sent.equals(arrived))
    .map(({ what }) => what);
  if (correlationId.sent !== correlationId.arrived) changed.push('correlation id');
  if (changed.length > 0) {
    return broken(
      expected,
      `arrived changed: ${changed.join(', ')}`,
      'Look for what changes messages in this vhost.',
    );
  }
  return kept(expected, `request, reply and fanout cast arrived, with ${layout}`);
}
