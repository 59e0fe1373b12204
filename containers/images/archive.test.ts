import { existsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { distributionById } from '../index.ts';
import { importFromArchive } from './archive.ts';
import { fakeWork } from './fake-work.fixture.ts';

const { archive } = distributionById('debian-sid');
if (archive === undefined) throw new Error('sid has an archive');

beforeEach(() => void vi.spyOn(process, 'getuid').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

/** A host where mmdebstrap leaves a file of so many bytes, none of them on the disk. */
function host(size: number, failure: { readonly exitCode?: number; readonly stderr?: string } = {}) {
  return fakeWork(async (command) => {
    const tar = tarOf(command);
    if (command.startsWith('dpkg-query')) return { stdout: 'installed\ninstalled' };
    if (tar === undefined || !command.startsWith('mmdebstrap')) return {};
    await writeFile(tar, '');
    await truncate(tar, size);
    return failure;
  });
}

const tarOf = (command: string) => command.split(' ').find((part) => part.endsWith('/root.tar'));

test('the root file system goes through a file into the engine, and the file goes away', async () => {
  const { work, commands } = host(120_000_000);
  expect(await importFromArchive(work, archive, 'base:1')).toBeUndefined();
  const [bootstrap, imported] = commands.slice(-2);
  expect(bootstrap).toMatch(
    /^mmdebstrap --variant=minbase --aptopt=Acquire::Check-Valid-Until "false" sid \/.* deb http/,
  );
  expect(imported).toMatch(/^docker import \/.*root\.tar base:1$/);
  expect(existsSync(tarOf(imported ?? '') ?? '')).toBe(false);
});

test('a file system that is too small is not imported', async () => {
  const { work, commands } = host(10);
  const reason = await importFromArchive(work, archive, 'base:1');
  expect(reason).toBe('expected at least 60000000 bytes from mmdebstrap, got 10');
  expect(commands.some((command) => command.startsWith('docker'))).toBe(false);
});

test('a failed bootstrap is told in apt’s own words, and leaves nothing behind', async () => {
  const { work, commands } = host(0, { exitCode: 1, stderr: 'I: running\nE: apt-get update failed' });
  expect(await importFromArchive(work, archive, 'base:1')).toBe(
    'mmdebstrap: E: apt-get update failed (exit code 1)',
  );
  expect(existsSync(tarOf(commands.at(-1) ?? '') ?? '')).toBe(false);
});
