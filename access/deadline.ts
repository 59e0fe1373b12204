/** A moment at which every connection opened under it is torn down, so that nothing waits for ever. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly ms: number;
}

/** A deadline `ms` milliseconds from now. */
export function deadlineIn(ms: number): Deadline {
  // AbortSignal.timeout() never fires once nobody but an AbortSignal.any() holds it.
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error(`not ended within ${ms} ms`)), ms).unref();
  return { signal: controller.signal, ms };
}

/** The part of `timeoutMs` that the proofs may take: a quarter, at most 2 s, is kept for cleaning up after them. */
export function proofShare(timeoutMs: number): number {
  return timeoutMs - Math.min(2000, timeoutMs / 4);
}
