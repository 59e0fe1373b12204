import { expect, test } from 'vitest';
import { type Deadline, deadlineIn, within } from './deadline.ts';
import type { ReadOptions } from './readable-machine.ts';

const result = { exitCode: 0, stdout: '', stderr: '', durationMs: 1 };

async function given(deadline: Deadline, timeoutMs: number): Promise<ReadOptions | undefined> {
  let seen: ReadOptions | undefined;
  const run = within(deadline, 'x://y', async (_, options) => {
    seen = options;
    return result;
  });
  await run(['a'], { timeoutMs, called: 'a' });
  return seen;
}

test('a command gets its own time or what is left of the whole, whichever is less', async () => {
  expect(await given({ left: () => 70 }, 50)).toEqual({ timeoutMs: 50, called: 'a' });
  expect(await given({ left: () => 70 }, 90)).toEqual({ timeoutMs: 70, called: 'a' });
});

test('none begins when nothing is left', async () => {
  await expect(given({ left: () => 0 }, 50)).rejects.toMatchObject({
    code: 'timeout',
    message: 'no time was left to run a on x://y',
  });
});

test('time passes, and does not go below nothing', () => {
  expect(deadlineIn(60_000).left()).toBeGreaterThan(50_000);
  expect(deadlineIn(60_000).left()).toBeLessThanOrEqual(60_000);
  expect(deadlineIn(-1).left()).toBe(0);
});
