import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{model,guide,containers,transports,procedure,access,requirements,suites,reports,scripts}/**/*.test.ts',
          ],
          exclude: ['suites/containers/**'],
        },
      },
    ],
  },
});
