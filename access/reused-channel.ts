import type { ConfirmChannel } from 'amqplib';
import type { BrokerChannel, BrokerLink } from './broker-link.ts';

/** Gives the same channel again and again, and another one where a refusal has closed the last. */
export type ReusedChannel = () => Promise<BrokerChannel<ConfirmChannel>>;

/** One channel for operations that follow one another: opening one costs a broker more than most of them. */
export function reusedChannel(link: BrokerLink): ReusedChannel {
  let last: BrokerChannel<ConfirmChannel> | undefined;
  return async () => {
    if (!last?.usable()) last = await link.openConfirmChannel();
    return last;
  };
}
