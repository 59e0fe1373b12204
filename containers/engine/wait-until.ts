import { setInterval } from 'node:timers/promises';

/**
 * Asks every 50 ms until `condition` holds: true when it does within `timeoutMs`, false when it does not.
 * @throws the signal's reason when that aborts the wait.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<boolean> {
  if (await condition()) return true;
  const until = performance.now() + options.timeoutMs;
  for await (const _ of setInterval(50)) {
    options.signal?.throwIfAborted();
    if (await condition()) return true;
    if (performance.now() > until) break;
  }
  return false;
}
