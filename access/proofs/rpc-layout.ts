import type { BrokerChannel } from '../broker-link.ts';
import { declare, type Ledger, uniqueName, unusedQueueExpiresMs } from '../broker-object.ts';

/**
 * How oslo.messaging's rabbit driver declares what it needs. Source: oslo_messaging/_drivers/impl_rabbit.py,
 * `declare_topic_consumer`, `declare_fanout_consumer`, `declare_direct_consumer`: nothing is exclusive, only the fanout
 * exchange is auto-delete, `durable` and the queue type follow the configuration. The one thing changed here are the
 * lifetimes: oslo.messaging gives reply and fanout queues an `x-expires` of `rabbit_transient_queues_ttl` = 1800 s and
 * topic queues none; here every queue has a minute, and the topic exchange goes with its binding.
 */
export interface RpcLayout {
  readonly name: string;
  readonly durable: boolean;
  readonly queueArguments: Readonly<Record<string, string>>;
}

/** The defaults: amqp_durable_queues, rabbit_quorum_queue and rabbit_transient_quorum_queue are all false. */
export const transientLayout: RpcLayout = { name: 'transient queues', durable: false, queueArguments: {} };

/** With rabbit_quorum_queue = true and rabbit_transient_quorum_queue = true: durable quorum queues throughout. */
export const quorumLayout: RpcLayout = {
  name: 'quorum queues',
  durable: true,
  queueArguments: { 'x-queue-type': 'quorum' },
};

/** The names that one server and one caller of a topic use. */
export interface RpcNames {
  readonly topic: string;
  readonly exchange: string;
  readonly fanoutExchange: string;
  readonly fanoutQueue: string;
  readonly replyQueue: string;
}

/** Names for a new topic, in oslo.messaging's patterns. */
export function newRpcNames(): RpcNames {
  const topic = uniqueName();
  return {
    topic,
    exchange: `${topic}.exchange`,
    fanoutExchange: `${topic}_fanout`,
    fanoutQueue: `${topic}_fanout_${uniqueName()}`,
    replyQueue: `reply_${uniqueName()}`,
  };
}

/** What the RPC server declares: a topic queue and a fanout queue, and an exchange for each. @throws AccessError */
export async function declareServerSide(site: Site, names: RpcNames): Promise<void> {
  await declareQueue(site, names.topic);
  await declareQueue(site, names.fanoutQueue);
  await declareExchange(site, names.exchange, 'topic');
  await declareExchange(site, names.fanoutExchange, 'fanout');
}

/** Binds the server's queues to their exchanges. @throws AccessError */
export async function bindServerSide(channel: BrokerChannel, names: RpcNames): Promise<void> {
  const { topic, exchange, fanoutExchange, fanoutQueue } = names;
  const bind = (queue: string, source: string) =>
    channel.perform(`bind queue ${queue}`, (amqp) => amqp.bindQueue(queue, source, topic));
  await bind(topic, exchange);
  await bind(fanoutQueue, fanoutExchange);
}

/** What the caller declares: its reply queue, which the default exchange reaches by name. @throws AccessError */
export async function declareCallerSide(site: Site, names: RpcNames): Promise<void> {
  await declareQueue(site, names.replyQueue);
}

/** Where and how something is declared. */
export interface Site {
  readonly channel: BrokerChannel;
  readonly ledger: Ledger;
  readonly layout: RpcLayout;
}

async function declareQueue({ channel, ledger, layout }: Site, name: string): Promise<void> {
  const { durable, queueArguments } = layout;
  const options = { durable, exclusive: false, expires: unusedQueueExpiresMs, arguments: queueArguments };
  await declare(ledger, { kind: 'queue', name }, () =>
    channel.perform(`declare queue ${name}`, (amqp) => amqp.assertQueue(name, options)),
  );
}

async function declareExchange({ channel, ledger, layout }: Site, name: string, type: string): Promise<void> {
  const options = { durable: layout.durable, autoDelete: true };
  await declare(ledger, { kind: 'exchange', name }, () =>
    channel.perform(`declare exchange ${name}`, (amqp) => amqp.assertExchange(name, type, options)),
  );
}
