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
  const called = await call(ends, names);
  const casts = await consumeFirst(server, names.fanoutQueue);
  const toAll = { exchange: names.fanoutExchange, routingKey: '' };
  const cast = await pass('fanout cast', caller, toAll, server, casts);
  return { ...called, passages: [...called.passages, cast.passage] };
}

/** What a call goes through; the topic is the name of the server's queue, and the key that binds it to the exchange. */
export type CallNames = Pick<RpcNames, 'topic' | 'exchange' | 'replyQueue'>;

/** Makes a call through the exchange and answers it through the default exchange. @throws AccessError */
export async function call({ caller, server }: RpcEnds, names: CallNames): Promise<RpcTraffic> {
  const [requests, replies] = await Promise.all([
    consumeFirst(server, names.topic),
    consumeFirst(caller, names.replyQueue),
  ]);
  const correlationId = randomId();
  const question = {
    exchange: names.exchange,
    routingKey: names.topic,
    replyTo: names.replyQueue,
    correlationId,
  };
  const request = await pass('request', caller, question, server, requests);
  const { replyTo, correlationId: echoed } = request.properties;
  const answer = { exchange: '', routingKey: String(replyTo), correlationId: String(echoed) };
  const reply = await pass('reply', server, answer, caller, replies);
  return {
    passages: [request.passage, reply.passage],
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
