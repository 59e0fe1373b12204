import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFile } from './file-lock.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const onLinux = test.runIf(process.platform === 'linux');

test('a second contender waits until the first is done', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'new', 'lock');
  const order: string[] = [];
  const first = await lockFile(path);
  const second = lockFile(path).then(async (lock) => {
    order.push('second has it');
    await lock[Symbol.asyncDispose]();
  });
  await giveUp(path);
  order.push('first lets go');
  await first[Symbol.asyncDispose]();
  await second;
  expect(order).toEqual(['first lets go', 'second has it']);
});

test('a wait can be given up, and leaves nothing behind that holds the lock', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  {
    await using _held = await lockFile(path);
    await expect(giveUp(path)).resolves.toBe('enough');
  }
  await using again = await lockFile(path);
  expect(again).toBeDefined();
});

onLinux('killing what holds the lock releases it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  const held = await lockFile(path);
  process.kill(-holderOf(path), 'SIGKILL');
  await using next = await lockFile(path);
  expect(next).toBeDefined();
  await held[Symbol.asyncDispose]();
});

test('a place where no lock can be is an error that names it', async () => {
  await using folder = await temporaryFolder();
  await expect(lockFile(`${folder.path}/lock/`)).rejects.toThrow(`Cannot lock ${folder.path}/lock/`);
});

/** Waits for the lock in vain, and returns why the wait ended. */
async function giveUp(path: string): Promise<unknown> {
  const impatience = new AbortController();
  const wait = lockFile(path, { signal: impatience.signal }).catch((error: unknown) => error);
  setImmediate(() => impatience.abort('enough'));
  return wait;
}

function holderOf(path: string): number {
  const wanted = `flock\0${path}\0cat\0`;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return Number(pids.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8') === wanted));
}
