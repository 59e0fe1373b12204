import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { distributions } from '../containers/index.ts';
import { locateGuide } from '../guide/locate-guide.ts';
import { readGuide } from '../guide/read-guide.ts';
import { suiteProjects } from './suite-projects.ts';

const options = { keep: false, commandTimeoutMs: 600_000, standIns: 'auto', requireReal: false } as const;
const globalSetup = fileURLToPath(new URL('./engine.setup.ts', import.meta.url));
const orders = distributions.map(({ id, tag }) => {
  return { distribution: id, procedure: readGuide(locateGuide(undefined, tag), tag), options };
});

/** The product's own suites by vitest's command line, for who wants its filters, shards and watching. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: suiteProjects(orders).map(({ test }) => ({ test: { ...test, globalSetup } })),
  },
});
