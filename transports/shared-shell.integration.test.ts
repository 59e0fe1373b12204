import { expect, test } from 'vitest';
import { cutMark, outputLimit } from './bounded-store.ts';
import type { Run } from './readable-machine.ts';
import { runHere, timeoutError } from './run-here.ts';
import { sharingShell } from './shared-shell.ts';
import { TransportError } from './transport-error.ts';

/** Runs on this host, in the manner of a transport, and counts. */
function host(fakeRun?: Run) {
  const calls: (readonly string[])[] = [];
  const real: Run = async (argv, { timeoutMs }) => {
    const { exitCode, ...answer } = await runHere(argv, { timeoutMs });
    if (answer.timedOut) throw timeoutError('x', 'host', timeoutMs, answer);
    return { ...answer, exitCode: exitCode ?? -1 };
  };
  const run: Run = (argv, options) => {
    calls.push(argv);
    return (fakeRun ?? real)(argv, options);
  };
  return { calls, run: sharingShell({ name: 'host', run }) };
}

const quick = (called: string, timeoutMs = 15_000) => ({ called, timeoutMs });

test('what is asked for at once shares a shell, and each has its own outputs and end', async () => {
  const { run, calls } = host();
  const results = await Promise.all([
    run(['sh', '-c', 'echo out; echo err >&2; exit 3'], quick('a')),
    run(['printf', '%s|', "it's", '$HOME', '; exit 9', 'two\nlines'], quick('b')),
    run(['cat'], quick('c')),
    run(['no-such-program'], quick('d')),
    run(['sh', '-c', 'printf "no newline"; printf "none here" >&2'], quick('e')),
  ]);
  expect(calls).toHaveLength(1);
  expect(results).toMatchObject([
    { exitCode: 3, stdout: 'out\n', stderr: 'err\n' },
    { exitCode: 0, stdout: "it's|$HOME|; exit 9|two\nlines|", stderr: '' },
    { exitCode: 0, stdout: '', stderr: '' },
    { exitCode: 127, stdout: '', stderr: expect.stringContaining('not found') },
    { exitCode: 0, stdout: 'no newline', stderr: 'none here' },
  ]);
});

test('a command that stands alone, or may take long, is run as it is', async () => {
  const { run, calls } = host();
  await Promise.all([run(['true'], quick('a')), run(['echo'], quick('b', 15_001))]);
  expect(calls).toEqual([['echo'], ['true']]);
});

test('one that hangs is the only one without an answer, and none runs twice', async () => {
  const scripts: string[] = [];
  const { run } = host(async ([, , script = '']) => {
    scripts.push(script);
    const mark = /[0-9a-f]{24}/.exec(script)?.[0];
    const ended = (text: string) => `\n${mark} 0\n${text}\n${mark} 0\n`;
    if (scripts.length > 1)
      return { exitCode: 0, stdout: `${ended('after')}later\n${mark} 0\n`, stderr: '', durationMs: 1 };
    throw timeoutError('sh', 'host', 300, {
      stdout: `printed by a profile${ended('before')}half`,
      stderr: '',
    });
  });
  const all = ['first', 'sleeper', 'third', 'fourth'].map((called) => run([called], quick(called)));
  expect(await Promise.allSettled(all)).toMatchObject([
    { value: { stdout: 'before', exitCode: 0 } },
    {
      reason: {
        code: 'timeout',
        message: expect.stringMatching(/^sleeper on host did not end within [\d.]+ s$/),
      },
    },
    { value: { stdout: 'after' } },
    { value: { stdout: 'later' } },
  ]);
  expect(scripts).toHaveLength(2);
  expect(scripts[1]).not.toMatch(/first|sleeper/);
});

test('one that ends the shell is not taken for an answer', async () => {
  const { run } = host();
  const settled = await Promise.allSettled([
    run(['sh', '-c', 'kill -9 $PPID'], quick('killer')),
    run(['echo', 'after'], quick('b')),
  ]);
  const reason = { code: 'unreachable', message: 'host: the shell ended before killer did' };
  expect(settled).toMatchObject([{ reason }, { value: { stdout: 'after\n' } }]);
});

test('an output that is too long leaves the others their exit codes, and says what is cut', async () => {
  const { run } = host();
  const results = await Promise.all([
    run(['echo', 'before'], quick('a')),
    run(['head', '-c', `${outputLimit}`, '/dev/zero'], quick('b')),
    run(['sh', '-c', 'echo gone; exit 4'], quick('c')),
  ]);
  expect(results[0]).toMatchObject({ exitCode: 0, stdout: 'before\n' });
  expect(results[1]?.stdout.endsWith(cutMark)).toBe(true);
  expect(results[2]).toMatchObject({ exitCode: 4, stdout: cutMark });
});

test('without a shell each is run by itself', async () => {
  const noShell = { exitCode: 127, stdout: '', stderr: 'no sh', durationMs: 1 };
  const { run, calls } = host(async (argv) => (argv[0] === 'sh' ? noShell : { ...noShell, exitCode: 0 }));
  const results = await Promise.all([run(['a'], quick('a')), run(['b'], quick('b'))]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(calls.slice(1)).toEqual([['a'], ['b']]);
});

test('a machine that is gone, or silent from the start, has no answer for any', async () => {
  const gone = new TransportError('unreachable', 'gone');
  const silent = timeoutError('sh', 'host', 5000, { stdout: '', stderr: '' });
  const of = async (error: Error) => {
    const { run } = host(() => Promise.reject(error));
    const settled = await Promise.allSettled([run(['a'], quick('a')), run(['b'], quick('b'))]);
    return settled.map((one) => one.status === 'rejected' && one.reason.message);
  };
  expect(await of(gone)).toEqual(['gone', 'gone']);
  expect(await of(silent)).toEqual([expect.stringMatching(/^a on host/), expect.anything()]);
});
