import { userInfo } from 'node:os';
import type { TestProject } from 'vitest/node';
import { $ } from 'zx';
import { findProgram, systemPath } from '../../containers/engine/find-program.ts';
import { installCommand } from '../../containers/engine/installation.ts';
import './chromium-context.ts';

const install = installCommand('apt-get', ['chromium']);

/** Finds Chromium for all browser tests; as root on Debian one that is missing is installed from the distribution's own packages. */
export async function setup(project: TestProject): Promise<void> {
  const found = (await findChromium()) ?? (await installChromium());
  process.stderr.write(`Browser tests use ${found}.\n`);
  project.provide('chromium', found);
}

async function findChromium(): Promise<string | undefined> {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = await Promise.all(names.map((name) => findProgram(name)));
  return found.find((path) => path !== undefined);
}

async function installChromium(): Promise<string> {
  const byHand = `expected Chromium for the tests of report.html, got none on the PATH. By hand: sudo ${install.join(' ')}`;
  const possible = userInfo().uid === 0 && (await findProgram('apt-get'));
  if (!possible) throw new Error(byHand);
  process.stderr.write('No Chromium found: installing it with apt-get (about 100 MB).\n');
  const env = { ...process.env, PATH: systemPath(), DEBIAN_FRONTEND: 'noninteractive' };
  const run = $({ quiet: true, nothrow: true, env });
  const first = await run`${install}`;
  // No index, or one that is older than the archive and names files that are gone from it.
  const last = first.ok ? first : (await run`apt-get update -q`) && (await run`${install}`);
  const path = await findChromium();
  if (path) return path;
  throw new Error(`${byHand}\napt-get said:\n${last.stdall.trim().split('\n').slice(-8).join('\n')}`);
}
