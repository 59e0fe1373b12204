import type { ConfirmChannel, MessageProperties } from 'amqplib';
import type { BrokerChannel } from '../broker-link.ts';
import {
  acknowledge,
  consumeFirst,
  type FirstOfQueue,
  type Parcel,
  publishRouted,
  randomBody,
  randomId,
} from '../message.ts';
import type { RpcNames } from './rpc-layout.ts';

/** One message as it was sent and as it arrived. */
export interface Passage {
  readonly what: 'request' | 'reply' | 'fanout cast';
  readonly sent: Buffer;
  readonly arrived: Buffer;
}

/** All that went between caller and server. */
export interface RpcTraffic {
  readonly passages: readonly Passage[];
  readonly correlationId: { readonly sent: string; readonly arrived: string };
}

/** The two ends, each on a connection of its own. */
export interface RpcEnds {
  readonly caller: BrokerChannel<ConfirmChannel>;
  readonly server: BrokerChannel<ConfirmChannel>;
}

/** Makes a call, answers it, and casts to all servers of the topic. @throws AccessError */
export async function callAndCast(ends: RpcEnds, names: RpcNames): Promise<RpcTraffic> {
  const { caller, server } = ends;
  const [requests, casts, replies] = await Promise.all([
    consumeFirst(server, names.topic),
    consumeFirst(server, names.fanoutQueue),
    consumeFirst(caller, names.replyQueue),
  ]);
  const correlationId = randomId();
  const call = {
    exchange: names.exchange,
    routingKey: names.topic,
    replyTo: names.replyQueue,
    correlationId,
  };
  const request = await pass('request', caller, call, server, requests);
  const { replyTo, correlationId: echoed } = request.properties;
  const answer = { exchange: '', routingKey: String(replyTo), correlationId: String(echoed) };
  const reply = await pass('reply', server, answer, caller, replies);
  const toAll = { exchange: names.fanoutExchange, routingKey: '' };
  const cast = await pass('fanout cast', caller, toAll, server, casts);
  return {
    passages: [request.passage, reply.passage, cast.passage],
    correlationId: { sent: correlationId, arrived: String(reply.properties.correlationId) },
  };
}

async function pass(
  what: Passage['what'],
  from: BrokerChannel<ConfirmChannel>,
  to: Omit<Parcel, 'body'>,
  at: BrokerChannel,
  consumer: FirstOfQueue,
): Promise<{ passage: Passage; properties: MessageProperties }> {
  const sent = randomBody();
  await publishRouted(from, { ...to, body: sent });
  const message = await consumer.first();
  await acknowledge(at, message);
  return { passage: { what, sent, arrived: message.content }, properties: message.properties };
}
