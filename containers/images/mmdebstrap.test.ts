import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { distributionById } from '../index.ts';
import { fakeWork } from './fake-work.fixture.ts';
import { ensureMmdebstrap } from './mmdebstrap.ts';

const { archive } = distributionById('debian-12');
if (archive === undefined) throw new Error('Debian has an archive');

beforeEach(() => void vi.spyOn(process, 'getuid').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

test('what is installed is not installed again', async () => {
  const { work, commands, progress } = fakeWork(() => ({ stdout: 'installed\ninstalled' }));
  expect(await ensureMmdebstrap(work, archive)).toBeUndefined();
  expect(commands.some((command) => command.includes(' install '))).toBe(false);
  expect(progress).toEqual([]);
});

test('what is missing is installed, in one line of progress', async () => {
  const { work, commands, progress } = fakeWork((command) =>
    command.startsWith('dpkg-query') ? { exitCode: 1, stdout: 'installed' } : {},
  );
  expect(await ensureMmdebstrap(work, archive)).toBeUndefined();
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
  expect(await ensureMmdebstrap(work, archive)).toMatch(/E: Unable to locate package mmdebstrap/);
});

test('a host without apt is a reason', async () => {
  const { work } = fakeWork(() => ({ exitCode: 127 }));
  expect(await ensureMmdebstrap(work, archive)).toMatch(/needs apt on this host, got none/);
});

const policy = (mmdebstrap: string, keyring: string) => ({
  stdout: `mmdebstrap:\n  Candidate: ${mmdebstrap}\nkeyring:\n  Candidate: ${keyring}`,
});

test('a keyring that this host’s distribution does not have is a reason, and nothing is installed for it', async () => {
  const { work, commands } = fakeWork(() => policy('1.3.5-7', '(none)'));
  expect(await ensureMmdebstrap(work, archive)).toMatch(
    /expected package debian-archive-keyring .*, got none: apt knows of no such package/,
  );
  expect(commands).toHaveLength(1);
});

test('a host whose index is empty gets one', async () => {
  const { work, commands } = fakeWork((command) =>
    command.startsWith('apt-cache') ? policy('(none)', '(none)') : {},
  );
  expect(await ensureMmdebstrap(work, archive)).toBeUndefined();
  expect(commands.some((command) => command.endsWith(' update'))).toBe(true);
});
