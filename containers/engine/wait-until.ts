import { setInterval } from 'node:timers/promises';

/**
 * Asks every 50 ms until `condition` holds: true when it does within `timeoutMs`, false when it does not.
 * @throws the signal's reason, as an AbortError, when that aborts the wait.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<boolean> {
  if (await condition()) return true;
  const until = performance.now() + options.timeoutMs;
  for await (const _ of setInterval(50, undefined, options.signal ? { signal: options.signal } : {})) {
    if (await condition()) return true;
    if (performance.now() > until) return false;
  }
  return false;
}
