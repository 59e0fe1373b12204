import type { TestProject } from 'vitest/node';
import { neededProgram } from '../needed-program.ts';
import './chromium-context.ts';

/** Finds Chromium for all browser tests, or installs it. */
export async function setup(project: TestProject): Promise<void> {
  const found = await neededProgram({
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    purpose: 'the tests of report.html',
  });
  process.stderr.write(`Browser tests use ${found}.\n`);
  project.provide('chromium', found);
}
