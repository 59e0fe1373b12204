import { PassThrough } from 'node:stream';
import { createVitest, type Vitest } from 'vitest/node';
import type { ChapterInput } from './chapter-input.ts';
import { findingsReporter, type Harvest } from './findings-reporter.ts';
import { cancelSuites } from './live-channel.ts';
import { packageFolder, suiteProjects } from './suite-projects.ts';

export interface SuiteOptions {
  /** How many targets are worked on at the same time. */
  readonly jobs: number;
  /** Stops what has not begun yet; what runs is ended by taking its machine away. */
  readonly signal: AbortSignal;
}

/** Runs the suites of all targets by vitest, and fills `harvest` on the way. */
export async function runSuites(
  inputs: readonly ChapterInput[],
  harvest: Harvest,
  options: SuiteOptions,
): Promise<void> {
  const vitest = await quietVitest(inputs, harvest, options.jobs);
  const cancel = (): void => {
    void vitest.cancelCurrentRun('keyboard-input');
    cancelSuites();
  };
  options.signal.addEventListener('abort', cancel);
  try {
    await vitest.start();
  } finally {
    options.signal.removeEventListener('abort', cancel);
    await vitest.close();
  }
}

async function quietVitest(inputs: readonly ChapterInput[], harvest: Harvest, jobs: number): Promise<Vitest> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Set<unknown>(signals.flatMap((signal) => process.listeners(signal)));
  const nowhere = new PassThrough().resume();
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root: packageFolder,
      watch: false,
      projects: suiteProjects(inputs),
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
