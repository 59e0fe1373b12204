import type { Evidence, Judgement } from '../model/evidence.ts';
import type { Broker } from './connection-methods.ts';
import type { ListenerSighting } from './listener/listener-sighting.ts';

/** What each proof is known by in reports. */
export type AccessId = 'access.login' | 'access.configure' | 'access.write' | 'access.read' | 'access.rpc';

/** The result of one proof. */
export interface AccessResult extends Judgement {
  readonly id: AccessId;
  readonly title: string;
  readonly durationMs: number;
}

/** Whether queues that are neither durable nor exclusive may be declared, as oslo.messaging does unless told otherwise. */
export type TransientQueues =
  | { readonly outcome: 'allowed' }
  | { readonly outcome: 'refused'; readonly code: number; readonly text: string };

/** All that a proof of access found out; results in the order of `AccessId`. */
export interface AccessProof {
  readonly results: readonly AccessResult[];
  readonly transientQueues: Evidence<TransientQueues>;
  readonly broker: Evidence<Broker>;
}

/** A proof on a controller that is in use, with everything that was done on its broker, in order. */
export interface TracelessProof extends AccessProof {
  readonly performed: readonly string[];
  /** Whether user name and password were accepted; the login may have been refused for its vhost all the same. */
  readonly authenticated: boolean;
  /** What listens there, when the login came far enough to hear it; otherwise it is worth a look of its own. */
  readonly sighting?: ListenerSighting;
}
