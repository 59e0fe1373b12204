import { attempt } from '../attempt.ts';
import type { ReusedChannel } from '../reused-channel.ts';
import type { ProofObjects } from './configure.ts';
import { declareExclusiveQueue } from './exclusive-queue.ts';
import type { RpcRun } from './rpc-run.ts';
import { call } from './rpc-traffic.ts';

/** Calls from one connection to the other, which owns queue and exchange, and answers to a second exclusive queue. */
export async function tracelessCall(
  server: ReusedChannel,
  caller: ReusedChannel,
  { exchange, queue }: ProofObjects,
): Promise<RpcRun> {
  const declared = await attempt(async () => {
    const ends = { caller: await caller(), server: await server() };
    const replyQueue = await declareExclusiveQueue(ends.caller);
    const names = { topic: queue.name, exchange: exchange.name, replyQueue };
    return { traffic: await attempt(() => call(ends, names)) };
  });
  return { layout: 'exclusive queues', declared, leftBehind: [] };
}
