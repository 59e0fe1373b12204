import { randomUUID } from 'node:crypto';
import { AccessError } from './amqp-refusal.ts';

/** A queue or an exchange by its name. */
export interface BrokerObject {
  readonly kind: 'queue' | 'exchange';
  readonly name: string;
}

/** All that a proof may have put on the broker and not yet taken away; `asked` until the broker has answered. */
export type Ledger = Map<BrokerObject, 'asked' | 'there'>;

/** How long a queue of ours may stay unused, in milliseconds, before the broker removes it without us. */
export const unusedQueueExpiresMs = 60_000;

/** A name that no other proof and no service uses, by whose beginning an operator knows where it comes from. */
export function uniqueName(): string {
  return `guideproof.${randomUUID()}`;
}

/** Declares an object: from the moment of asking it counts as there, unless the broker says no. */
export async function declare(
  ledger: Ledger,
  object: BrokerObject,
  ask: () => Promise<unknown>,
): Promise<void> {
  ledger.set(object, 'asked');
  try {
    await ask();
    ledger.set(object, 'there');
  } catch (error) {
    if (error instanceof AccessError && error.code === 'refused') ledger.delete(object);
    throw error;
  }
}
