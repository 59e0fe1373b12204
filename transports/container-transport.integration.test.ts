import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cutMark, outputLimit } from './bounded-store.ts';
import { containerTransport } from './container-transport.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for an engine's tool: `exec [--interactive --user 0] NAME argv…` runs argv on this host, unless NAME is `gone`. */
const cli = join(folder, 'engine');
const script = `#!/bin/sh
shift
[ "$1" = --interactive ] && shift 3
if [ "$1" = gone ]; then echo "Error: No such container: gone" >&2; exit 1; fi
shift
exec "$@"
`;
writeFileSync(cli, script);
chmodSync(cli, 0o755);
const environment = { STAND_IN: 'from outside' };
const running = () => containerTransport({ cli, container: 'controller', scheme: 'docker', environment });
const gone = () => containerTransport({ cli, container: 'gone', scheme: 'docker' });

test('names the machine, and the command line on this host', () => {
  const transport = containerTransport({ cli: 'podman', container: 'c1', scheme: 'podman' });
  expect(transport.name).toBe('podman://c1');
  expect(transport.hostCommandLine(['cat', '-'])).toEqual([
    ...['podman', 'exec', '--interactive', '--user', '0', 'c1'],
    ...['cat', '-'],
  ]);
});

test('no shell reads the arguments', async () => {
  const argv = ['printf', '%s|', '$HOME', '`id`', '"; exit 3', "it's", 'two\nlines', '', '*', '\\'];
  const { stdout, exitCode } = await running().run(argv);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`${argv.slice(2).join('|')}|`);
});

test('gives input, exit code, both streams and the environment', async () => {
  const lines = 'cat; echo "$STAND_IN" >&2; exit 3';
  const result = await running().run(['sh', '-c', lines], { input: 'typed' });
  expect(result).toMatchObject({ exitCode: 3, stdout: 'typed', stderr: 'from outside\n' });
  expect((await running().run(['cat'])).stdout).toBe('');
});

test('a command need not read its input', async () => {
  const { exitCode } = await running().run(['true'], { input: 'x'.repeat(1_000_000) });
  expect(exitCode).toBe(0);
});

test('throws when the command does not end in time', async () => {
  const run = running().run(['sleep', '60'], { timeoutMs: 200 });
  await expect(run).rejects.toMatchObject({ name: 'TransportError', code: 'timeout' });
});

test('throws when the container is gone', async () => {
  const run = gone().run(['true']);
  await expect(run).rejects.toMatchObject({
    code: 'unreachable',
    message: 'docker://gone: Error: No such container: gone',
  });
});

test('a command that was killed inside a running container has an exit code', async () => {
  expect(await running().run(['sh', '-c', 'exit 137'])).toMatchObject({ exitCode: 137 });
});

test('throws when this host has no such tool', async () => {
  const transport = containerTransport({ cli: join(folder, 'none'), container: 'c', scheme: 'docker' });
  await expect(transport.run(['true'])).rejects.toMatchObject({ code: 'unreachable' });
});

test('keeps no more output than the limit, marked as cut', async () => {
  const { stdout, exitCode } = await running().run(['head', '-c', `${outputLimit + 5}`, '/dev/zero']);
  expect(exitCode).toBe(0);
  expect(stdout).toHaveLength(outputLimit + cutMark.length);
  expect(stdout.endsWith(cutMark)).toBe(true);
});
