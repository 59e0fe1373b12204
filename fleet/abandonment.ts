/** Runs work that is told to end when a run is interrupted, and is waited for no longer when it does not. */
export interface Abandonment extends Disposable {
  /** @throws Error when the work throws, or did not end in time after the interruption. */
  run<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

interface Running {
  readonly controller: AbortController;
  readonly abandon: (reason: Error) => void;
}

/**
 * Work gets a signal of its own, which follows `signal`, so that a thousand audits do not hang listeners on one; after
 * it has fired they have `graceMs` to say what they know.
 */
export function newAbandonment(signal: AbortSignal, graceMs: number): Abandonment {
  const running = new Set<Running>();
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    for (const { controller } of running) controller.abort(signal.reason);
    timer = setTimeout(() => {
      for (const { abandon } of running) abandon(new Error(`not ended ${graceMs} ms after the interruption`));
    }, graceMs);
  };
  signal.addEventListener('abort', stop, { once: true });
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        const one = { controller: new AbortController(), abandon: reject };
        running.add(one);
        // An async function, so that what is thrown at once is a rejection too.
        const working = (async () => work(one.controller.signal))();
        working.then(resolve, reject).finally(() => running.delete(one));
      }),
    [Symbol.dispose]() {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
