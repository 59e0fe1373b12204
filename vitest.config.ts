import { defineConfig } from 'vitest/config';

const minutes = 60_000;
const elsewhere = ['node_modules/**', 'dist/**', 'suites/containers/**', 'suites/browser/**'];
/** Nothing may run beside them: they give others seconds to answer, or clean up after whoever else was in the engine. */
const alone = 'suites/containers/**/*.alone.test.ts';
const containers = {
  globalSetup: 'suites/containers/engine.setup.ts',
  testTimeout: 8 * minutes,
  hookTimeout: 20 * minutes,
  maxConcurrency: 2,
};

export default defineConfig({
  test: {
    reporters: ['verbose', ['json', { outputFile: 'out/tests/results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...elsewhere, '**/*.integration.test.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: elsewhere,
          pool: 'threads',
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...containers,
          name: 'containers',
          include: ['suites/containers/**/*.test.ts'],
          exclude: [alone],
          // Much of each is waiting for a machine.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...containers,
          name: 'containers-alone',
          include: [alone],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['suites/browser/**/*.test.ts'],
          globalSetup: 'suites/browser/chromium.setup.ts',
          // They measure how long a page takes: nothing else may run beside them.
          fileParallelism: false,
          sequence: { groupOrder: 4 },
          testTimeout: minutes,
          hookTimeout: 5 * minutes,
        },
      },
    ],
  },
});
