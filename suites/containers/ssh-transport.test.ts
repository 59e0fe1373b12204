import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { deadlineIn } from '../../transports/deadline.ts';
import { openMachine } from '../../transports/open-machine.ts';
import { readCommands } from '../../transports/read-commands.ts';
import { sshTransport } from '../../transports/ssh-transport.ts';
import { blackHole, silentPort } from './deaf-port.ts';
import { type SshClient, sshClient } from './ssh-client.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

let engine: Engine;
let client: SshClient;
let server: SshServer;

beforeAll(async () => {
  client = await sshClient();
  engine = await openEngine({ onProgress: () => {} });
  server = await startSshServer(engine, client.publicKey);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await engine?.[Symbol.asyncDispose]();
  await client?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await configure('key');
  await client.know(knownAs(server.hostKey));
});

const knownAs = (key: string) => `[127.0.0.1]:${server.port} ${key}`;
const configure = (key: string, ...more: readonly string[]) =>
  client.configure(
    ...['Host controller', 'HostName 127.0.0.1', `Port ${server.port}`],
    ...['Host inner', 'HostName 127.0.0.1', 'Host *', ...more],
    ...[`IdentityFile ${client.folder}/${key}`, 'IdentitiesOnly yes'],
    `UserKnownHostsFile ${client.folder}/known_hosts`,
  );
const machine = (user = 'root', timeoutMs = 60_000) =>
  openMachine({ kind: 'ssh', host: 'controller', user }, { timeoutMs });
const transport = (timeoutMs = 60_000) =>
  sshTransport({ host: 'controller', user: 'root' }, deadlineIn(timeoutMs));
const ownFile = (name: string) => readFile(join(client.folder, name), 'utf8');
const own = (called: string, timeoutMs = 20_000) => ({ called, timeoutMs });

test('root reads without sudo, over one connection, which is gone afterwards', async () => {
  const before = await server.logins();
  const controller = machine();
  const reads = [
    readCommands.osRelease(),
    readCommands.debianPackage('rabbitmq-server'),
    readCommands.unit('ssh.service'),
    readCommands.listeningSockets(),
    readCommands.erlangCookie(),
    readCommands.rabbitDefinitions(),
  ];
  const results = await Promise.all(reads.map((command) => controller.read(command)));
  expect(results[0]?.stdout).toContain('bookworm');
  expect(results.map(({ exitCode }) => exitCode)).toEqual([expect.any(Number), 1, 0, 0, 0, 127]);
  expect(controller.performed.flat()).not.toContain('sudo');
  expect(await controller.amqpAddress(5672)).toEqual({ hostname: '127.0.0.1', port: 5672 });
  expect(await server.logins()).toBe(before + 1);
  expect(await readdir(client.temporary)).toHaveLength(1);
  await controller[Symbol.asyncDispose]();
  expect(await readdir(client.temporary)).toEqual([]);
  await server.run('while pgrep -f "^sshd: root" >/dev/null; do :; done');
});

test('another login is told what to grant; exactly that is enough', async () => {
  const grants = async () => {
    await using controller = machine('ops');
    const { erlangCookie, brokerSettings, rabbitDefinitions, clusterStatus } = readCommands;
    const reads = [erlangCookie(), brokerSettings(), rabbitDefinitions(), clusterStatus()];
    return await Promise.allSettled(reads.map((command) => controller.read(command)));
  };
  const lines: string[] = [];
  for (const refused of await grants()) {
    expect(refused).toMatchObject({
      reason: { code: 'forbidden', message: expect.stringContaining('sudo said "a password is required"') },
    });
    if (refused.status === 'rejected') lines.push(refused.reason.message.split('this line: ')[1]);
  }
  const file = '/etc/sudoers.d/guideproof';
  await server.run(`cat > ${file} <<'EOF'\n${lines.join('\n')}\nEOF\nvisudo -c -q -f ${file}`);
  expect((await grants()).map((one) => one.status === 'fulfilled' && one.value.exitCode)).toEqual([
    0, 2, 127, 127,
  ]);
  // The same program with other arguments is not granted.
  await using shell = sshTransport({ host: 'controller', user: 'ops' }, deadlineIn(60_000));
  const more = await shell.run(['sudo', '-n', 'env', 'LC_ALL=C', 'stat', '-L', '/etc/shadow'], own('sudo'));
  expect(more).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('a password is required') });
  await server.run(`rm ${file}`);
});

test('no sudo at all is a refusal as well', async () => {
  await server.run('mv /usr/bin/sudo /usr/bin/sudo.away');
  await using controller = machine('ops');
  await expect(controller.read(readCommands.erlangCookie())).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('sudo is not there'),
  });
  await server.run('mv /usr/bin/sudo.away /usr/bin/sudo');
});

test('the remote shell reads no argument, and exit codes are the command’s own, 255 included', async () => {
  await using way = transport();
  const hostile = ['$HOME', '`id`', "it's", '"; exit 3', 'two\nlines', '', '*', '\\', '-e', '!'];
  const printed = await way.run(['printf', '%s|', ...hostile], own('printf'));
  expect(printed).toMatchObject({ exitCode: 0, stdout: `${hostile.join('|')}|` });
  expect(await way.run(['sh', '-c', 'echo e >&2; exit 255'], own('sh'))).toMatchObject({
    exitCode: 255,
    stderr: 'e\n',
  });
  expect(await way.run(['cat'], own('cat'))).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await way.run(['no-such-program'], own('x'))).toMatchObject({ exitCode: 127 });
});

test('a command that hangs is ended, and the connection goes on', async () => {
  await using way = transport();
  await way.reach();
  const start = performance.now();
  const slow = way.run(['sleep', '50'], own('sleep', 1_000));
  await expect(slow).rejects.toMatchObject({ code: 'timeout' });
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(await way.run(['echo', 'on'], own('echo'))).toMatchObject({ stdout: 'on\n' });
});

test('a jump host of the user’s configuration is gone through', async () => {
  await configure(
    'key',
    'Match originalhost inner',
    'ProxyJump root@controller',
    'HostKeyAlias inner',
    'Match all',
  );
  await client.know(knownAs(server.hostKey), `inner ${server.hostKey}`);
  await using way = sshTransport({ host: 'inner', user: 'ops', port: 22 }, deadlineIn(60_000));
  const from = await way.run(['sh', '-c', 'echo "$SSH_CONNECTION"'], own('sh'));
  expect(from.stdout).toMatch(/^127\.0\.0\.1 \d+ 127\.0\.0\.1 22$/m);
});

test('two ways to one host share no connection', async () => {
  const before = await server.logins();
  await using one = transport();
  await using other = transport();
  await Promise.all([one.reach(), other.reach()]);
  await one[Symbol.asyncDispose]();
  expect(await other.run(['echo', 'on'], own('echo'))).toMatchObject({ stdout: 'on\n' });
  expect(await server.logins()).toBe(before + 2);
});

test('a lost connection is not opened again, and no answer is made up', async () => {
  await using way = transport();
  await way.reach();
  const lost = { code: 'unreachable', message: expect.stringContaining('the connection was lost') };
  // The session's own shell is not killed, so that only sshd can have ended it.
  await expect(way.run(['pkill', '-f', 'sshd: root@notty'], own('pkill'))).rejects.toMatchObject(lost);
  await expect(way.run(['true'], own('true'))).rejects.toMatchObject(lost);
});

test('a server that allows too few sessions is named as that', async () => {
  await server.run('echo "MaxSessions 1" > /etc/ssh/sshd_config.d/few.conf; systemctl restart ssh');
  await using way = transport();
  const untilReleased = 'until [ -e /run/released ]; do sleep 0.02; done';
  const both = [1, 2].map(() => way.run(['sh', '-c', untilReleased], own('sh', 16_000)));
  // Nobody lets the other go before one of them was refused.
  await expect(Promise.race(both)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('MaxSessions'),
  });
  await server.run('touch /run/released');
  const settled = await Promise.allSettled(both);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await server.run('rm /etc/ssh/sshd_config.d/few.conf; systemctl restart ssh');
});

test.each([
  ['a key that is refused', () => configure('stranger'), 'Permission denied (publickey'],
  ['an unknown host key', () => client.know(), 'the host key is not known'],
  [
    'a changed host key',
    async () => client.know(knownAs(await ownFile('stranger.pub'))),
    'the host key has changed',
  ],
  [
    'a changed host key, also where the configuration would let it pass',
    async () => {
      await configure('key', 'StrictHostKeyChecking no');
      await client.know(knownAs(await ownFile('stranger.pub')));
    },
    'the host key has changed',
  ],
  [
    'a name that nobody knows',
    () => client.configure('Host controller', 'HostName none.invalid'),
    'Could not resolve',
  ],
  [
    'a closed port',
    () => client.configure('Host controller', 'HostName 127.0.0.1', 'Port 1'),
    'Connection refused',
  ],
])('unreachable, in one line, with nothing accepted: %s', async (_, arrange, words) => {
  await arrange();
  const known = await ownFile('known_hosts');
  await using controller = machine();
  const reads = [controller.reach(), controller.read(readCommands.osRelease())];
  for (const settled of await Promise.allSettled(reads)) {
    expect(settled).toMatchObject({
      reason: { code: 'unreachable', message: expect.stringContaining(words) },
    });
    if (settled.status === 'rejected') expect(settled.reason.message).not.toContain('\n');
  }
  expect(await ownFile('known_hosts')).toBe(known);
});

test.each([
  ['swallows everything', blackHole],
  ['says nothing', silentPort],
])('a port that %s costs no more than the time there is', async (_, open) => {
  using deaf = await open();
  await client.configure('Host controller', 'HostName 127.0.0.1', `Port ${deaf.port}`);
  const start = performance.now();
  await using controller = machine('root', 3_000);
  await expect(controller.read(readCommands.osRelease())).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/timed out/i),
  });
  expect(performance.now() - start).toBeLessThan(4_000);
});
