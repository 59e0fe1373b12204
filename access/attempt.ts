import { AccessError, type Refusal } from './amqp-refusal.ts';

/** What came of an operation. */
export type Attempt<Value = void> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** Something that took `durationMs` milliseconds. */
export interface Timed<Value> {
  readonly value: Value;
  readonly durationMs: number;
}

/** Turns an `AccessError` into evidence; any other error is a bug and goes on. */
export async function attempt<Value>(operation: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await operation() };
  } catch (error) {
    if (error instanceof AccessError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Measures how long an operation takes. */
export async function timed<Value>(operation: () => Promise<Value>): Promise<Timed<Value>> {
  const started = performance.now();
  const value = await operation();
  return { value, durationMs: Math.round(performance.now() - started) };
}
