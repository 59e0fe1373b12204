import { expect, test } from 'vitest';
import { runHostCommand } from './host-command.ts';

test('both streams are heard line by line, and the exit code is a result', async () => {
  const lines: string[] = [];
  const script = 'echo out; echo err >&2; echo "$GREETING"; exit 3';
  const result = await runHostCommand(['sh', '-c', script], {
    environment: { ...process.env, GREETING: 'hello $HOME' },
    onLine: (line) => lines.push(line),
  });
  expect(result).toEqual({ exitCode: 3, stdout: 'out\nhello $HOME', stderr: 'err' });
  expect(lines.toSorted()).toEqual(['err', 'hello $HOME', 'out']);
});

test('a program that is not installed ends with 127', async () => {
  const result = await runHostCommand(['no-such-program-here']);
  expect(result).toEqual({ exitCode: 127, stdout: '', stderr: 'no-such-program-here: not installed' });
});

test('a given signal ends the program, which has ended when the promise rejects', async () => {
  const stop = new AbortController();
  const lines: string[] = [];
  const running = runHostCommand(
    ['sh', '-c', 'trap "echo bye; exit" TERM; echo up; while :; do sleep 0.01; done'],
    {
      signal: stop.signal,
      onLine: (line) => {
        lines.push(line);
        stop.abort(new Error('enough'));
      },
    },
  );
  await expect(running).rejects.toThrow('enough');
  expect(lines).toEqual(['up', 'bye']);
});
