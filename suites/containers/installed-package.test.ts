import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { $ } from 'zx';
import { readFindings } from './cli.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('#package/package.json'));

test('the packed tarball, installed in an empty folder, verifies by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-installed-'));
  const here = $({ cwd: folder, quiet: true, env: { ...process.env, CI: '1' } });
  const packed = await here`npm pack --silent --pack-destination ${folder} ${packageFolder}`;
  await here`npm init --yes`;
  await here`npm install --no-audit --no-fund ${join(folder, packed.stdout.trim().split('\n').at(-1) ?? '')}`;
  const run = await here({ nothrow: true })`npx guideproof verify --distro debian-12 --out reports`;
  expect(run.stderr).toContain('debian-12: pass  access.rpc');
  expect(run.exitCode).toBe(0);
  const report = await readFindings(join(folder, 'reports'));
  expect(report.findings.filter(({ outcome }) => outcome === 'could-not-check')).toEqual([]);
});
