import { defineConfig } from 'vitest/config';

const minutes = 60_000;

export default defineConfig({
  test: {
    reporters: ['verbose', ['json', { outputFile: 'out/tests/results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', 'suites/containers/**', 'suites/browser/**'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'containers',
          include: ['suites/containers/**/*.test.ts'],
          globalSetup: 'suites/containers/engine.setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 8 * minutes,
          hookTimeout: 20 * minutes,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['suites/browser/**/*.test.ts'],
          globalSetup: 'suites/browser/chromium.setup.ts',
          // They measure how long a page takes: nothing else may run beside them.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: minutes,
          hookTimeout: 5 * minutes,
        },
      },
    ],
  },
});
