import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { answering, connectionClose, listen, loginAnswers } from '../access/amqp-peer.fixture.ts';
import { loadCheck, newDesk } from './run-check.fixture.ts';

const password = 'correct horse';
const rabbit = answering(loginAnswers);
/** Refuses whoever logs in, and repeats his password, as a broker should not. */
const refusing = answering({
  ...loginAnswers,
  '10.11': () => connectionClose(403, `ACCESS_REFUSED - not ${password}`),
});
beforeAll(loadCheck, 60_000);

const at = ({ port }: { readonly port: number }) => `amqp://127.0.0.1:${port}`;
const looking = ['--no-access-proof', '--no-password-guess'];

test('0: nothing is held against a listener that is RabbitMQ’s, and what was left out as asked is said', async () => {
  await using peer = await listen(rabbit);
  using desk = newDesk();
  const { exitCode, report, held } = await desk.check(at(peer), ...looking);
  expect({ exitCode, held }).toEqual({ exitCode: 0, held: [] });
  expect(report?.findings.find(({ id }) => id === 'access.rpc')?.reason).toContain('--no-access-proof');
  expect(report?.targets[0]?.performed).toEqual([
    `AMQP: asked what answers on 127.0.0.1 port ${peer.port}, without logging in`,
  ]);
});

test('1: something else listens, and all else was left out', async () => {
  await using peer = await listen((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  using desk = newDesk();
  const { exitCode, held, printed } = await desk.check(at(peer), ...looking);
  expect({ exitCode, held }).toEqual({ exitCode: 1, held: [`${at(peer)} listener.amqp fail`] });
  expect(printed).toContain('SSH-2.0-OpenSSH_9.2');
  expect((await desk.check(at(peer), ...looking, '--fail-on', 'never')).exitCode).toBe(0);
});

test('2: without a password access could not be checked, and it is said how to give one', async () => {
  await using peer = await listen(rabbit);
  using desk = newDesk();
  const { exitCode, held, printed } = await desk.check(at(peer), '--no-password-guess');
  expect(exitCode).toBe(2);
  expect(held).toHaveLength(5);
  expect(held[0]).toBe(`${at(peer)} access.login could-not-check`);
  expect(printed).toContain('GUIDEPROOF_PASSWORD');
});

test('2 also where something failed: what could not be checked weighs more', async () => {
  await using peer = await listen(refusing);
  using desk = newDesk({ GUIDEPROOF_PASSWORD: password });
  const { exitCode, held } = await desk.check(at(peer));
  expect(exitCode).toBe(2);
  expect(held).toEqual([
    `${at(peer)} access.login fail`,
    ...['configure', 'write', 'read', 'rpc'].map((id) => `${at(peer)} access.${id} could-not-check`),
  ]);
});

test.each([
  ['no target', []],
  ['a target that is none', ['nonsense']],
  ['a password in an argument', [`amqp://openstack:${encodeURIComponent(password)}@127.0.0.1`]],
  ['an unknown option', ['local', '--nonsense']],
  ['a profile that is none', ['local', '--profile', 'nonsense']],
  ['a shard with nothing in it', ['amqp://127.0.0.1:1', '--shard', '2/2']],
  ['an inventory that is not there', ['--inventory', '/nowhere/hosts.ini']],
  ['a guide that is not there', ['local', '--guide', '/nowhere/guide.rst']],
  ['waivers that are not there', ['local', '--waivers', '/nowhere/waivers.yaml']],
  ['a password file that is not there', ['local', '--password-file', '/nowhere/password']],
  ['a baseline that is not there', ['local', '--baseline', '/nowhere/findings.json']],
  ['a run to go on with that is not there', ['amqp://127.0.0.1:1', '--resume', '/nowhere/run']],
  ['--out and --resume', ['local', '--out', '/nowhere/a', '--resume', '/nowhere/b']],
])('64: %s, and nothing was looked at', async (_, args) => {
  using desk = newDesk();
  const { exitCode, report, printed } = await desk.check(...args);
  expect({ exitCode, report }).toEqual({ exitCode: 64, report: undefined });
  expect(printed).not.toContain(password);
});

test('the password is in no file, in nothing that is printed, and in no argument of a program', async () => {
  await using peer = await listen(refusing);
  using desk = newDesk({ GUIDEPROOF_PASSWORD: password });
  desk.program('ssh', `echo "$@" >> ${join(desk.folder, 'calls')}; echo "ssh: nobody home" >&2; exit 255`);
  desk.program(
    'docker',
    `echo "$@" >> ${join(desk.folder, 'calls')}; echo "Error: no such container" >&2; exit 1`,
  );
  const { printed, report } = await desk.check(at(peer), 'ssh://ops@controller', 'docker://rabbit-a');
  expect(report?.targets).toHaveLength(3);
  expect(printed).toContain('nobody home');
  const texts = desk.texts();
  expect(texts.length).toBeGreaterThan(9);
  expect(texts.join('\n')).toContain('ACCESS_REFUSED - not');
  expect([...texts, printed].filter((text) => text.includes(password))).toEqual([]);
});

test('a password file gives each host its own password', async () => {
  const tried: string[] = [];
  const noting = (socket: Parameters<typeof refusing>[0]) => {
    // PLAIN: user and password, each behind a zero (RFC 4616).
    socket.on('data', (chunk) =>
      tried.push(/\0openstack\0([\w-]+)/.exec(chunk.toString('latin1'))?.[1] ?? ''),
    );
    refusing(socket);
  };
  await using one = await listen(noting);
  await using other = await listen(noting);
  using desk = newDesk({ GUIDEPROOF_PASSWORD: 'of-all-others' });
  const file = desk.file('passwords.yaml', `${at(one)}: of-the-first\n`);
  await desk.check(at(one), at(other), '--password-file', file, '--no-password-guess', '--jobs', '1');
  expect(tried.filter((text) => text !== '')).toEqual(['of-the-first', 'of-all-others']);
});

test('nothing is written where nothing may be', async () => {
  using desk = newDesk();
  const taken = desk.file('taken', '');
  const { exitCode, printed } = await desk.check('amqp://127.0.0.1:1', ...looking, '--out', taken);
  expect(exitCode).not.toBe(0);
  expect(printed).toContain(taken);
  expect(existsSync(join(taken, 'findings.json'))).toBe(false);
});
