import type { EngineAddress } from '../containers/engine/engine.ts';
import { openEngine } from '../containers/engine/open-engine.ts';
import { listOwnMachines, removeAbandoned, removeOwn } from '../containers/engine/removal.ts';
import type { LiveDisplay } from './live-row.ts';

/** How long, and with what left behind, an engine is used. */
export interface EngineUse {
  readonly display: LiveDisplay;
  /** Ends what runs in machines by taking them away. */
  readonly signal: AbortSignal;
  /** Leaves machines where they are. */
  readonly keep: boolean;
}

/**
 * Does some work in a container engine: what dead runs left there is removed before, what this one made is removed after.
 * @throws EngineError when there is no engine, and what the work throws.
 */
export async function inEngine(
  { display, signal, keep }: EngineUse,
  work: (engine: EngineAddress) => Promise<void>,
): Promise<void> {
  await using engine = await openEngine({ onProgress: display.say, signal });
  const removed = await removeAbandoned(engine).catch((error: unknown) => {
    // What others left is no reason not to run; the next run tries again.
    display.say(`Something that an earlier run left behind stays for now: ${String(error)}`);
    return [];
  });
  if (removed.length > 0)
    display.say(`Removed what an earlier run that was killed left behind: ${removed.join(', ')}.`);
  // What cannot be removed now is tried again, and told, at the end.
  const stop = (): void => void removeOwn(engine).catch(() => []);
  signal.addEventListener('abort', stop);
  try {
    const { kind, cli, host, version, apiVersion, cgroup, environment, origin } = engine;
    await work({ kind, cli, host, version, apiVersion, cgroup, environment, origin });
  } finally {
    signal.removeEventListener('abort', stop);
    if (keep) await tellKept(engine, display);
    else await removeOwn(engine);
  }
}

async function tellKept(engine: EngineAddress, display: LiveDisplay): Promise<void> {
  const names = await listOwnMachines(engine);
  for (const name of names)
    display.say(`Left running: DOCKER_HOST=${engine.host} ${engine.cli} exec -it ${name} bash`);
  if (names.length > 0) display.say('The next run removes what was left running.');
}
