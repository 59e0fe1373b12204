import type { Refusal } from '../amqp-refusal.ts';
import { type Attempt, attempt } from '../attempt.ts';
import type { BrokerAddress } from '../broker-address.ts';
import type { BrokerLink } from '../broker-link.ts';
import type { Ledger } from '../broker-object.ts';
import { cleaningUp, type LeftBehind } from '../cleanup.ts';
import { connect } from '../connect.ts';
import type { Deadline } from '../deadline.ts';
import {
  bindServerSide,
  declareCallerSide,
  declareServerSide,
  newRpcNames,
  quorumLayout,
  type RpcLayout,
  transientLayout,
} from './rpc-layout.ts';
import { callAndCast, type RpcEnds, type RpcTraffic } from './rpc-traffic.ts';

/** A call tried in one layout. */
export interface RpcRun {
  readonly layout: string;
  /** Whether everything could be declared, and only then what came of the call. */
  readonly declared: Attempt<{ readonly traffic: Attempt<RpcTraffic> }>;
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
export async function gatherRpc(means: RpcMeans): Promise<RpcEvidence> {
  const byDefault = await run(means, transientLayout);
  if (!transientRefusal(byDefault)) return { byDefault };
  return { byDefault, durable: await run(means, quorumLayout) };
}

/** A broker that refuses queues which are neither durable nor exclusive names this feature of its own. */
const transientFeature = 'transient_nonexcl_queues';

/** The refusal of a layout, if it is for its transient queues and for nothing else. */
export function transientRefusal({ declared }: RpcRun): Refusal | undefined {
  return !declared.ok && declared.refusal.text.includes(transientFeature) ? declared.refusal : undefined;
}

function run(means: RpcMeans, layout: RpcLayout): Promise<RpcRun> {
  const { address, link, wholeDeadline: deadline } = means;
  return cleaningUp({ link, address, deadline }, async (ledger) => {
    return { layout: layout.name, declared: await attempt(() => runConnected(means, layout, ledger)) };
  });
}

async function runConnected(
  { address, proofDeadline }: RpcMeans,
  layout: RpcLayout,
  ledger: Ledger,
): Promise<{ traffic: Attempt<RpcTraffic> }> {
  await using callerLink = await connect(address, proofDeadline);
  await using serverLink = await connect(address, proofDeadline);
  const caller = await callerLink.openConfirmChannel();
  const server = await serverLink.openConfirmChannel();
  return await runBetween({ caller, server }, layout, ledger);
}

async function runBetween(
  ends: RpcEnds,
  layout: RpcLayout,
  ledger: Ledger,
): Promise<{ traffic: Attempt<RpcTraffic> }> {
  const names = newRpcNames();
  await declareServerSide({ channel: ends.server, ledger, layout }, names);
  await declareCallerSide({ channel: ends.caller, ledger, layout }, names);
  const traffic = await attempt(async () => {
    await bindServerSide(ends.server, names);
    return await callAndCast(ends, names);
  });
  return { traffic };
}
