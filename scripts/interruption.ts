import { exitCodes } from './exit-codes.ts';

/** Tells whether the user, or the system, asked the run to stop. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
  /** The exit code that the signal asks for; absent when none came. */
  readonly exitCode: number | undefined;
}

/** Listens for SIGINT and SIGTERM; a second one of them ends the process at once, as a user in a hurry expects. */
export function onInterruption(): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const stop = (name: NodeJS.Signals): void => {
    const code = name === 'SIGTERM' ? exitCodes.SIGTERM : exitCodes.SIGINT;
    if (exitCode !== undefined) process.exit(code);
    exitCode = code;
    controller.abort(new Error(`interrupted by ${name}`));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    [Symbol.dispose]: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
