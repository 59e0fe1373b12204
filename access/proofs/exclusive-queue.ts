import type { BrokerChannel } from '../broker-link.ts';

/** Declares a queue that only this connection may use and that goes with it; gives the name that the broker chose. @throws AccessError */
export async function declareExclusiveQueue(channel: BrokerChannel): Promise<string> {
  const { queue } = await channel.perform('declare an exclusive queue', (amqp) =>
    amqp.assertQueue('', { exclusive: true, durable: false }),
  );
  return queue;
}
