import { PassThrough } from 'node:stream';
import { createVitest, type Vitest } from 'vitest/node';
import type { EngineAddress } from '../containers/engine/engine.ts';
import type { ChapterOrder } from './chapter-input.ts';
import { findingsReporter, type Harvest } from './findings-reporter.ts';
import { cancelSuites } from './live-channel.ts';
import { packageFolder, suiteProjects } from './suite-projects.ts';

export interface SuiteOptions {
  /** How many targets are worked on at the same time. */
  readonly jobs: number;
  /** Stops what has not begun yet; what runs is ended by taking its machine away. */
  readonly signal: AbortSignal;
}

/** Suites that are ready but for the engine. */
export interface PreparedSuites extends AsyncDisposable {
  /** Runs all of them in machines of `engine`. */
  run(engine: EngineAddress): Promise<void>;
}

/** Starts vitest for the suites of all targets, which takes as long as finding an engine does; results go to `harvest`. */
export async function prepareSuites(
  orders: readonly ChapterOrder[],
  harvest: Harvest,
  options: SuiteOptions,
): Promise<PreparedSuites> {
  const vitest = await quietVitest(orders, harvest, options.jobs);
  const cancel = (): void => {
    void vitest.cancelCurrentRun('keyboard-input');
    cancelSuites();
  };
  options.signal.addEventListener('abort', cancel);
  return {
    async run(engine) {
      for (const project of vitest.projects) project.provide('engine', engine);
      await vitest.start();
    },
    async [Symbol.asyncDispose]() {
      options.signal.removeEventListener('abort', cancel);
      await vitest.close();
    },
  };
}

async function quietVitest(orders: readonly ChapterOrder[], harvest: Harvest, jobs: number): Promise<Vitest> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Set<unknown>(signals.flatMap((signal) => process.listeners(signal)));
  const nowhere = new PassThrough().resume();
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root: packageFolder,
      watch: false,
      projects: suiteProjects(orders),
      reporters: [findingsReporter(harvest)],
      maxWorkers: jobs,
    },
    {},
    { stdout: nowhere as unknown as NodeJS.WriteStream, stderr: nowhere as unknown as NodeJS.WriteStream },
  );
  // vitest would leave on a signal at once; machines have to be removed and reports written first.
  for (const signal of signals) {
    for (const listener of process.listeners(signal))
      if (!before.has(listener)) process.off(signal, listener);
  }
  return vitest;
}
