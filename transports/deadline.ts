import type { Run } from './readable-machine.ts';
import { TransportError } from './transport-error.ts';

/** When everything on one machine has to be over. */
export interface Deadline {
  /** Whole milliseconds until then, never less than 0. */
  left(): number;
}

/** A deadline that many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return { left: () => Math.max(0, Math.ceil(end - performance.now())) };
}

/** Lets no command run past the deadline, nor begin after it; `name` is the machine's. */
export function within(deadline: Deadline, name: string, run: Run): Run {
  return async (argv, options) => {
    const left = deadline.left();
    if (left === 0) {
      throw new TransportError('timeout', `no time was left to run ${options.called} on ${name}`);
    }
    return run(argv, { ...options, timeoutMs: Math.min(options.timeoutMs, left) });
  };
}
