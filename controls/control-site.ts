import type { TransientQueues } from '../access/access-result.ts';
import type { BrokerAddress } from '../access/broker-address.ts';
import type { Evidence, Judgement } from '../model/evidence.ts';
import type { Transport } from '../transports/transport.ts';

/** The patterns of one account on one vhost. */
export interface Permissions {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

/** What was found out about a controller, by the id of what was asked. */
export interface Proven {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly transientQueues: Evidence<TransientQueues>;
  readonly permissions: Evidence<Permissions>;
}

/** A controller on which the guide was followed and everything was proven once, and what may be done to it. */
export interface ControlSite {
  readonly account: { readonly username: string; readonly vhost: string };
  /** The unit of the message queue, such as `rabbitmq-server.service`. */
  readonly service: string;
  readonly transport: Transport;
  readonly before: Proven;
  /** Where the broker is now: another place after each reboot. */
  address(): BrokerAddress;
  /** Reboots the machine. @throws MachineError when it rebooted and did not come up whole. */
  restart(): Promise<void>;
  /** Proves everything once more. */
  prove(): Promise<Proven>;
}
