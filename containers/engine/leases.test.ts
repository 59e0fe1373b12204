import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { returnLease, takeLease } from './leases.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

test('leases of ended processes are dropped, also where the pid is somebody else’s by now', async () => {
  await using folder = await temporaryFolder();
  for (const name of ['100-5000-1', '200-5000-1', '300-5000-1']) await writeFile(join(folder.path, name), '');
  const mine = await takeLease(folder.path);
  const startTimes = new Map([
    [100, '5000'],
    [200, '9999'],
  ]);
  expect(await returnLease(folder.path, mine, (pid) => startTimes.get(pid))).toBe(1);
  expect(await readdir(folder.path)).toEqual(['100-5000-1']);
});

test('two uses by one process are two leases', async () => {
  await using folder = await temporaryFolder();
  const first = await takeLease(folder.path);
  const second = await takeLease(folder.path);
  expect(await returnLease(folder.path, first)).toBe(1);
  expect(await returnLease(folder.path, second)).toBe(0);
});
