import { type Attempt, attempt } from '../access/attempt.ts';
import type { BrokerAddress } from '../access/broker-address.ts';
import { connect } from '../access/connect.ts';
import { deadlineIn } from '../access/deadline.ts';

/** Logs in, and out again at once. */
export function attemptLogin(address: BrokerAddress): Promise<Attempt> {
  return attempt(async () => {
    await using _link = await connect(address, deadlineIn(address.timeoutMs));
  });
}
