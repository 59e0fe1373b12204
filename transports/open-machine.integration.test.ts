import { expect, test } from 'vitest';
import { fakePrograms } from './fake-programs.fixture.ts';
import { openMachine } from './open-machine.ts';
import { readCommands } from './read-commands.ts';

const local = () => openMachine({ kind: 'local' }, { timeoutMs: 60_000 });
const cookie = readCommands.erlangCookie();
const stat = 'log "$@"; echo "regular file"';

test('root needs no sudo', async () => {
  using fakes = fakePrograms({ id: 'echo 0', stat, sudo: 'log "$@"; exit 9' });
  await using machine = local();
  expect(await machine.read(cookie)).toMatchObject({ exitCode: 0, stdout: 'regular file\n' });
  expect(machine.performed).toEqual([readCommands.userId().argv, cookie.argv]);
  expect(fakes.calls().filter((line) => line.startsWith('sudo'))).toEqual([]);
});

test('another user gets it, asked for once, only for what needs root, and it is on record', async () => {
  using _ = fakePrograms({ id: 'echo 1000', stat, sudo: 'shift 2; exec "$@"' });
  await using machine = local();
  await machine.read(readCommands.osRelease());
  expect(machine.performed).toHaveLength(1);
  await Promise.all([
    machine.read(cookie),
    machine.read(cookie),
    machine.read(readCommands.rabbitDefinitions()),
  ]);
  const sudo = ['env', 'LC_ALL=C', 'sudo', '-n', '--'];
  expect(machine.performed.slice(1)).toEqual([
    readCommands.userId().argv,
    [...sudo, ...cookie.argv],
    [...sudo, ...readCommands.rabbitDefinitions().argv],
  ]);
  expect(machine.record[2]).toEqual({
    argv: [...sudo, ...cookie.argv],
    exitCode: 0,
    durationMs: expect.any(Number),
  });
});

test('a refusal says what to grant', async () => {
  using _ = fakePrograms({ id: 'echo 1000', sudo: 'echo "sudo: a password is required" >&2; exit 1' });
  await using machine = local();
  await expect(machine.read(cookie)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringMatching(
      /^stat on local needs root, and sudo said "a password is required"\. Grant it .* ALL=\(root\) NOPASSWD: \/usr\/bin\/env LC_ALL\\=C stat /,
    ),
  });
});

test('a whole audit has one time limit', async () => {
  await using machine = openMachine({ kind: 'local' }, { timeoutMs: 0 });
  await expect(machine.read(cookie)).rejects.toMatchObject({ code: 'timeout' });
});

test('names that could be options are refused before anything starts', () => {
  const options = { timeoutMs: 1 };
  expect(() => openMachine({ kind: 'ssh', host: '-oProxyCommand=x' }, options)).toThrow(
    'ssh was not started',
  );
  expect(() => openMachine({ kind: 'docker', container: '--help' }, options)).toThrow('docker://--help');
  expect(() => openMachine({ kind: 'podman', container: '' }, options)).toThrow('expected the name');
});
