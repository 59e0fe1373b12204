import { homedir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** Where everything of the private engine lies. */
export interface EngineFolder {
  readonly path: string;
  readonly lock: string;
  readonly leases: string;
  readonly dataRoot: string;
  readonly execRoot: string;
  readonly socket: string;
  readonly log: string;
}

/** The folder that guideproof keeps its own things in between runs: `$XDG_CACHE_HOME/guideproof`, or `~/.cache/guideproof`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'guideproof');
}

/**
 * The private engine's paths below the cache folder.
 * @throws EngineError `start-failed` when a socket's path would be longer than the 107 bytes that unix(7) allows.
 */
export function engineFolder(cache: string): EngineFolder {
  const path = join(cache, 'engine');
  const execRoot = join(path, 'exec');
  assertSocketFits(join(execRoot, 'containerd', 'containerd-debug.sock'), cache);
  return {
    path,
    execRoot,
    lock: join(path, 'lock'),
    leases: join(path, 'leases'),
    dataRoot: join(path, 'data'),
    socket: join(path, 'engine.sock'),
    log: join(path, 'engine.log'),
  };
}

function assertSocketFits(longest: string, cache: string): void {
  const bytes = Buffer.byteLength(longest);
  if (bytes <= 107) return;
  throw new EngineError(
    'start-failed',
    `The cache folder's path is too long for a private engine: ${longest} has ${bytes} bytes, ` +
      `and a socket's path may have 107. Set XDG_CACHE_HOME to a shorter path than ${cache}.`,
  );
}
