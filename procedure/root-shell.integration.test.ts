import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transport } from '../transports/transport.ts';
import { openRootShell, type RootShell } from './root-shell.ts';

/** The shell does not care where it is: here it runs harmless commands of the test's own beside the test. */
const here: Transport = {
  name: 'here',
  run: () => Promise.reject(new Error('not used')),
  hostCommandLine: (argv) => argv,
};
let shell: RootShell;
const run = (command: string, timeoutMs = 10_000) => shell.run(command, { timeoutMs });

/** Ends as soon as something was typed, and does not take it. */
const untilAnswered = 'until read -rt 0; do sleep 0.01; done';

beforeAll(async () => {
  shell = await openRootShell(here, process.env, 10_000);
});
afterAll(() => shell[Symbol.asyncDispose]());

test('carries state from command to command', async () => {
  await run('X=5; cd /usr');
  expect(await run('echo $X $PWD')).toMatchObject({ output: '5 /usr\r\n', exitCode: 0, ended: 'itself' });
});

test('tells the exit code', async () => {
  expect(await run('(exit 42)')).toMatchObject({ exitCode: 42, output: '' });
});

test('is a terminal', async () => {
  expect((await run('tty')).output).toMatch(/^\/dev\/pts\//);
});

test('takes continued lines', async () => {
  expect((await run('echo a \\\n  b')).output).toBe('a b\r\n');
});

test('answers the questions it knows, once each', async () => {
  const result = await run('read -p "Do you want to continue? [Y/n] " x; echo "got $x"');
  expect(result.answered).toEqual([{ question: 'Do you want to continue? [Y/n]', answer: 'y' }]);
  expect(result.output).toContain('got y');
});

test('answers again when a program throws away what was typed before it looked', async () => {
  const discard = `${untilAnswered}; while read -rt 0; do read -r; done`;
  const asking = `printf "Do you want to continue? [Y/n] "; ${discard}; read x; echo "got $x"`;
  const result = await shell.run(asking, { timeoutMs: 10_000, patienceMs: 100 });
  expect(result.output).toContain('got y');
});

test('an answer too many is no command', async () => {
  // It takes one answer, and leaves the next where it is.
  const asking = `printf "Do you want to continue? [Y/n] "; read -r; ${untilAnswered}`;
  await shell.run(asking, { timeoutMs: 10_000, patienceMs: 50 });
  expect(await run('echo next')).toMatchObject({ output: 'next\r\n', exitCode: 0 });
});

test('ends a command that hangs, and the shell lives on', async () => {
  const result = await run('echo before; sleep 100', 100);
  expect(result).toMatchObject({ ended: 'by-timeout', output: expect.stringContaining('before') });
  expect(result.exitCode).toBeUndefined();
  expect((await run('echo after')).output).toBe('after\r\n');
});

test('ends a command that prints a line without an end, and keeps little of it', async () => {
  const result = await run("yes | tr -d '\\n'", 150);
  expect(result.ended).toBe('by-timeout');
  expect(result.output.length).toBeLessThan(2.2 * 1024 * 1024);
});

test('ends an unfinished quotation', async () => {
  expect(await run("echo 'never closed", 100)).toMatchObject({ ended: 'by-timeout' });
  expect((await run('echo after')).output).toBe('after\r\n');
});

test('says that the shell is gone', async () => {
  await using other = await openRootShell(here, process.env, 10_000);
  expect(await other.run('exit 3', { timeoutMs: 5_000 })).toMatchObject({ ended: 'shell-gone' });
  expect(await other.run('echo x', { timeoutMs: 5_000 })).toMatchObject({ ended: 'shell-gone', output: '' });
});

test('does not open where there is no shell', async () => {
  const nowhere = { ...here, name: 'nowhere', hostCommandLine: () => ['false'] };
  await expect(openRootShell(nowhere, process.env, 5_000)).rejects.toThrow(
    'nowhere: expected a root shell within 5000 ms',
  );
});
