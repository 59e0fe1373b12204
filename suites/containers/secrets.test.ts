import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { $ } from 'zx';
import { startCli } from './cli.ts';
import { guideOfCommands } from './edited-guide.ts';
import { machineOf } from './engine-cli.ts';

const marker = 'guideproof-secrets-test';

test('the password is in no report, no transcript, no output and no process list', async () => {
  const guide = await guideOfCommands(
    'echo RABBIT_PASS > /root/secret',
    'cat /root/secret',
    `sleep 30 # ${marker}`,
  );
  const run = await startCli(['verify', '--distro', 'debian-12', '--guide', guide]);
  await run.sees(`${marker} ...`);
  const container = await machineOf(run.child.pid);
  const secret = (await $({ quiet: true })`docker exec ${container} cat /root/secret`).stdout.trim();
  expect(secret).toMatch(/^[A-Za-z0-9]{24}$/);
  const processes = (await $({ quiet: true })`ps -eo args`).stdout;
  expect(processes).toContain('docker exec');
  expect(processes).not.toContain(secret);
  run.child.kill('SIGINT');
  await run.ended;
  const files = (await readdir(run.out, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  expect(texts.some((text) => text.includes('[RABBIT_PASS]'))).toBe(true);
  for (const text of [...texts, run.printed()]) expect(text).not.toContain(secret);
});
