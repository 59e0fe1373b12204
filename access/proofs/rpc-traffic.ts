import type { ConfirmChannel } from 'amqplib';
import { z } from 'zod';
import type { BrokerChannel } from '../broker-link.ts';
import { consumeFirst, publishRouted, randomBody, randomId } from '../message.ts';
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

const requestProperties = z.object({ replyTo: z.string(), correlationId: z.string() });

/** Makes a call, answers it, and casts to all servers of the topic. @throws AccessError */
export async function callAndCast({ caller, server }: RpcEnds, names: RpcNames): Promise<RpcTraffic> {
  const [requests, casts, replies] = await Promise.all([
    consumeFirst(server, names.topic),
    consumeFirst(server, names.fanoutQueue),
    consumeFirst(caller, names.replyQueue),
  ]);
  const bodies = { request: randomBody(), reply: randomBody(), cast: randomBody() };
  const correlationId = randomId();
  const call = {
    exchange: names.exchange,
    routingKey: names.topic,
    replyTo: names.replyQueue,
    correlationId,
  };
  await publishRouted(caller, { ...call, body: bodies.request });
  const request = await requests.first();
  server.amqp.ack(request);
  const { replyTo, correlationId: echoed } = requestProperties.parse(request.properties);
  await publishRouted(server, {
    exchange: '',
    routingKey: replyTo,
    correlationId: echoed,
    body: bodies.reply,
  });
  const reply = await replies.first();
  caller.amqp.ack(reply);
  await publishRouted(caller, { exchange: names.fanoutExchange, routingKey: '', body: bodies.cast });
  const cast = await casts.first();
  server.amqp.ack(cast);
  return {
    passages: [
      { what: 'request', sent: bodies.request, arrived: request.content },
      { what: 'reply', sent: bodies.reply, arrived: reply.content },
      { what: 'fanout cast', sent: bodies.cast, arrived: cast.content },
    ],
    correlationId: { sent: correlationId, arrived: String(reply.properties.correlationId) },
  };
}
