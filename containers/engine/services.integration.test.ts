import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withServicesHeldBack } from './services.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

/** A systemctl that notes how it was called, on a machine that has a containerd.service already. */
async function fakeSystemd() {
  const folder = await temporaryFolder();
  const calls = `${folder.path}/calls`;
  const known = `[ "$1 $2" = "cat containerd.service" ] || [ "$1" != cat ]`;
  await folder.add('systemctl', `#!/bin/sh\n[ "$1" = cat ] || echo "$@" >> ${calls}\n${known}\n`);
  return { folder, calls: () => readFile(calls, 'utf8').catch(() => '') };
}

test('new services are masked while packages come in and disabled after, others are not touched', async () => {
  const { folder, calls } = await fakeSystemd();
  await using _folder = folder;
  let during = '';
  const install = async () => {
    during = await calls();
  };
  await withServicesHeldBack(install, { path: folder.path, booted: true });
  expect(during).toBe('mask --runtime docker.service docker.socket\n');
  expect((await calls()).split('\n').slice(1)).toEqual([
    'unmask --runtime docker.service docker.socket',
    'disable docker.service docker.socket',
    '',
  ]);
});

test('a failed install is unmasked too', async () => {
  const { folder, calls } = await fakeSystemd();
  await using _folder = folder;
  const install = () => Promise.reject(new Error('no network'));
  await expect(withServicesHeldBack(install, { path: folder.path, booted: true })).rejects.toThrow(
    'no network',
  );
  expect(await calls()).toContain('unmask --runtime');
});

test('where systemd does not run, nothing is asked of it', async () => {
  const { folder, calls } = await fakeSystemd();
  await using _folder = folder;
  await withServicesHeldBack(async () => {}, { path: folder.path, booted: false });
  expect(await calls()).toBe('');
});
