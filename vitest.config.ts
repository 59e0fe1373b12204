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
        },
      },
      {
        test: {
          name: 'containers',
          include: ['suites/containers/**/*.test.ts'],
          globalSetup: 'suites/containers/engine.setup.ts',
          testTimeout: 15 * minutes,
          hookTimeout: 25 * minutes,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
