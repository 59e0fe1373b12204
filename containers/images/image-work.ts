import type { EngineAddress } from '../engine/engine.ts';
import type { head } from './head.ts';
import type { RunHostCommand } from './host-command.ts';

/** What every part of preparing an image works with. */
export interface ImageWork {
  readonly engine: Pick<EngineAddress, 'kind' | 'cli' | 'environment'>;
  readonly run: RunHostCommand;
  /** Asks whether a mirror has something. */
  readonly head: typeof head;
  /** Hears, line by line, what is going on. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Runs the engine's command line with the environment that reaches the engine. */
export function runEngine(work: ImageWork, argv: readonly string[], onLine?: (line: string) => void) {
  const { engine, signal } = work;
  return work.run([engine.cli, ...argv], {
    environment: engine.environment,
    signal,
    // Docker's client waits for a silent registry whatever it is told; the engine gives up when the client is gone.
    killSignal: 'SIGKILL',
    ...(onLine && { onLine }),
  });
}
