import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeWork } from './fake-work.fixture.ts';
import { ensureMmdebstrap } from './mmdebstrap.ts';

beforeEach(() => void vi.spyOn(process, 'getuid').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

test('what is installed is not installed again', async () => {
  const { work, commands, progress } = fakeWork(() => ({ stdout: 'installed\ninstalled' }));
  expect(await ensureMmdebstrap(work, 'debian-archive-keyring')).toBeUndefined();
  expect(commands.some((command) => command.includes(' install '))).toBe(false);
  expect(progress).toEqual([]);
});

test('what is missing is installed, in one line of progress', async () => {
  const { work, commands, progress } = fakeWork((command) =>
    command.startsWith('dpkg-query') ? { exitCode: 1, stdout: 'installed' } : {},
  );
  expect(await ensureMmdebstrap(work, 'debian-archive-keyring')).toBeUndefined();
  expect(commands.at(-1)).toMatch(/^apt-get .*install --yes .* mmdebstrap debian-archive-keyring$/);
  expect(progress).toEqual(['installing mmdebstrap and debian-archive-keyring on this host with apt-get']);
});

test('what cannot be installed is a reason', async () => {
  const { work } = fakeWork((command) => {
    if (command.startsWith('dpkg-query')) return { exitCode: 1 };
    return command.includes(' install ')
      ? { exitCode: 100, stderr: 'E: Unable to locate package mmdebstrap' }
      : {};
  });
  expect(await ensureMmdebstrap(work, 'debian-archive-keyring')).toMatch(
    /E: Unable to locate package mmdebstrap/,
  );
});

test('a host without apt is a reason', async () => {
  const { work } = fakeWork(() => ({ exitCode: 127 }));
  expect(await ensureMmdebstrap(work, 'debian-archive-keyring')).toMatch(/needs apt on this host, got none/);
});
