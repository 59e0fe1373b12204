import type { Attempt, Timed } from './attempt.ts';
import type { LeftBehind } from './cleanup.ts';
import type { Broker } from './connection-methods.ts';
import type { RpcEvidence } from './proofs/rpc-run.ts';

/**
 * How access is proven: with durable objects that are deleted again, as services use them, or, on a controller that is in
 * use, with objects of which nothing can stay because they belong to a connection.
 */
export type Manner = 'lasting' | 'traceless';

/** All that was seen of one account on one broker; what needs a login is absent without one. */
export interface AccessEvidence {
  readonly manner: Manner;
  readonly account: { readonly username: string; readonly vhost: string };
  readonly login: Timed<Attempt<Broker>>;
  readonly objects?: ObjectsEvidence;
  readonly rpc?: Timed<RpcEvidence>;
}

/** What happened to one exchange and one queue. */
export interface ObjectsEvidence {
  readonly declared: Timed<Attempt>;
  /** Absent when they could not be declared. */
  readonly used?: ObjectsUse;
  readonly leftBehind: readonly LeftBehind[];
}

/** What was done with the two, in this order. */
export interface ObjectsUse {
  readonly bound: Timed<Attempt>;
  readonly written: Timed<Attempt>;
  readonly read: Timed<Attempt<ReadEvidence>>;
  /** Absent when the objects go by themselves, with their connection. */
  readonly removed?: Timed<Attempt>;
}

/** What came out of the queue. */
export interface ReadEvidence {
  readonly sent: Buffer;
  /** Absent when the queue was empty; then nothing more was tried. */
  readonly got?: Buffer;
  readonly consumed?: Buffer;
  /** Whether the queue was empty after the acknowledgement. */
  readonly emptied: boolean;
}
