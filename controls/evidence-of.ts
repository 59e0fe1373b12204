import { AccessError } from '../access/amqp-refusal.ts';
import type { Evidence } from '../model/evidence.ts';
import { TransportError } from '../transports/transport-error.ts';
import { ControlError } from './control-error.ts';

/** Turns what a broker, a network or a command line tool did wrong into unknown evidence; any other error is a bug and goes on. */
export async function evidenceOf<Value>(work: () => Promise<Value>): Promise<Evidence<Value>> {
  try {
    return { known: true, value: await work() };
  } catch (error) {
    const foreseen = [AccessError, TransportError, ControlError].some((kind) => error instanceof kind);
    if (foreseen && error instanceof Error) return { known: false, reason: error.message };
    throw error;
  }
}
