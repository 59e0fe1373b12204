import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { deadlineIn } from './deadline.ts';
import { localTransport } from './local-transport.ts';
import type { Transport } from './transport.ts';

const local = () => localTransport(deadlineIn(60_000));
const quick = { timeoutMs: 5_000, called: 'x' };

test('runs a command here, without a shell', async () => {
  const { stdout, exitCode } = await local().run(['printf', '%s|', '$HOME', "it's", '*'], quick);
  expect([exitCode, stdout]).toEqual([0, "$HOME|it's|*|"]);
  expect(await local().run(['no-such-program'], quick)).toMatchObject({ exitCode: 127 });
});

test('ends what does not end in time', async () => {
  const run = local().run(['sleep', '60'], { timeoutMs: 100, called: 'sleep' });
  await expect(run).rejects.toMatchObject({
    code: 'timeout',
    message: 'sleep on local did not end within 0.1 s',
  });
});

test('knows who is logged in, and where its ports are', async () => {
  expect(await local().login?.()).toBe(userInfo().username);
  expect(await local().amqpAddress(5672)).toEqual({ hostname: '127.0.0.1', port: 5672 });
});

test('cannot be taken for a transport that a guide’s commands could run through', () => {
  // @ts-expect-error: it has no hostCommandLine
  const transport: Transport = local();
  expect(transport.hostCommandLine).toBeUndefined();
});
