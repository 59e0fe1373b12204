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
          exclude: ['node_modules/**', 'dist/**', 'suites/containers/**'],
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
    ],
  },
});
