import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { deadlineIn } from './deadline.ts';
import { fakePrograms } from './fake-programs.fixture.ts';
import { socketBase } from './ssh-connection.ts';
import { sshTransport } from './ssh-transport.ts';

/** Leaves a process behind that keeps its outputs open, as older OpenSSH does; the connection is a file. */
const ssh = `
log "$@"
while getopts 'F:S:o:O:l:p:fNTG' option; do
  case $option in S) socket=$OPTARG;; O) word=$OPTARG;; f) first=yes;; G) ask=yes;; *) ;; esac
done
shift $((OPTIND - 1))
host=$1; shift
[ -n "$ask" ] && { echo "user ops"; echo "hostname 10.0.0.7"; exit 0; }
[ "$word" = exit ] && { rm "$socket"; exit 0; }
[ "$word" = check ] && { [ -e "$socket" ]; exit; }
if [ -n "$first" ]; then
  [ "$host" = refused ] && { echo "ops@refused: Permission denied (publickey)." >&2; exit 255; }
  [ "$host" = changed ] && echo "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!" >&2
  touch "$socket"; sleep 2 & exit 0
fi
[ -e "$socket" ] || { echo "no connection" >&2; exit 255; }
[ "$host" = lossy ] && { rm "$socket"; exit 255; }
sh -c "$1"`;

const to = (host: string, timeoutMs = 60_000) => sshTransport({ host }, deadlineIn(timeoutMs));
const quick = { timeoutMs: 15_001, called: 'x' };
const socketOf = (line: string | undefined) => /-S (\S+)/.exec(line ?? '')?.[1] ?? '';

test('one log-in for all commands, in a folder that is gone afterwards', async () => {
  using fakes = fakePrograms({ ssh });
  const way = to('controller');
  const results = await Promise.all(['a', "it's; $HOME"].map((word) => way.run(['echo', word], quick)));
  expect(results.map(({ stdout }) => stdout)).toEqual(['a\n', "it's; $HOME\n"]);
  const [first, ...others] = fakes.calls();
  const socket = socketOf(first);
  expect(existsSync(socket)).toBe(true);
  await way[Symbol.asyncDispose]();
  expect(existsSync(socket)).toBe(false);
  expect(first).toMatch(/^ssh -f -N -T -S .* -o BatchMode=yes .* -o ForwardAgent=no .* -- controller$/);
  expect(first).not.toMatch(/StrictHostKeyChecking|-F /);
  expect(
    others.filter((line) => line.includes('ProxyCommand=false') && socketOf(line) === socket),
  ).toHaveLength(2);
});

test('a command’s own 255 is told from a lost connection', async () => {
  using _ = fakePrograms({ ssh });
  await using way = to('controller');
  expect(await way.run(['sh', '-c', 'exit 255'], quick)).toMatchObject({ exitCode: 255 });
  await using lossy = to('lossy');
  await expect(lossy.run(['true'], quick)).rejects.toMatchObject({
    code: 'unreachable',
    message: 'ssh://lossy: the connection was lost',
  });
});

test.each([
  ['refused', 'the log-in was refused'],
  ['changed', 'the host key has changed'],
])('nothing is run on a host that is %s', async (host, words) => {
  using fakes = fakePrograms({ ssh });
  await using way = to(host);
  const refused = { code: 'unreachable', message: expect.stringContaining(words) };
  await expect(way.reach()).rejects.toMatchObject(refused);
  await expect(way.run(['true'], quick)).rejects.toMatchObject(refused);
  expect(fakes.calls()).toHaveLength(1);
});

test('nothing is opened once it is closed', async () => {
  using fakes = fakePrograms({ ssh });
  const way = to('controller');
  await way[Symbol.asyncDispose]();
  await expect(way.run(['true'], quick)).rejects.toMatchObject({
    message: 'ssh://controller: closed already',
  });
  expect(fakes.calls()).toEqual(['']);
});

test('asks the configuration who logs in, and where', async () => {
  using fakes = fakePrograms({ ssh });
  await using way = to('controller');
  expect(await way.login?.()).toBe('ops');
  expect(await way.amqpAddress(5671)).toEqual({ hostname: '10.0.0.7', port: 5671 });
  expect(fakes.calls()).toEqual(['ssh -G -- controller']);
});

test('a log-in that hangs is ended', async () => {
  using _ = fakePrograms({ ssh: 'exec sleep 60' });
  await using way = to('controller', 200);
  await expect(way.reach()).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/^ssh:\/\/controller: ssh did not log in within \d+ ms$/),
  });
});

test('a socket’s path stays short and plain', () => {
  expect(socketBase('/tmp')).toBe('/tmp');
  expect(socketBase(`/${'x'.repeat(60)}`)).toBe('/tmp');
  expect(socketBase('/var/%h')).toBe('/tmp');
  expect(socketBase(tmpdir()).length).toBeLessThan(61);
});
