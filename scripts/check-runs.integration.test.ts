import { beforeAll, expect, test } from 'vitest';
import { answering, listen, loginAnswers } from '../access/amqp-peer.fixture.ts';
import { loadCheck, newDesk } from './run-check.fixture.ts';

beforeAll(loadCheck, 60_000);

const rabbit = answering(loginAnswers);
const stranger: typeof rabbit = (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n');
const at = ({ port }: { readonly port: number }) => `amqp://127.0.0.1:${port}`;
const looking = ['--no-access-proof', '--no-password-guess'];

const waivers = (target: string, expires: string) =>
  `waivers:\n  - id: listener.amqp\n    target: ${target}\n    reason: a bastion until March\n    owner: network team\n    expires: ${expires}\n`;

test('a waived fail is not held against the run, and stays in the report with its reason', async () => {
  await using peer = await listen(stranger);
  using desk = newDesk();
  const file = desk.file('waivers.yaml', waivers(at(peer), '2999-12-31'));
  const { exitCode, report, printed } = await desk.check(at(peer), ...looking, '--waivers', file);
  expect(exitCode).toBe(0);
  expect(report?.findings.find(({ outcome }) => outcome === 'fail')?.waiver).toMatchObject({
    reason: 'a bastion until March',
  });
  expect(printed).toContain('a bastion until March');
});

test('an expired waiver waives nothing, and fails with a finding of its own', async () => {
  await using peer = await listen(stranger);
  using desk = newDesk();
  const file = desk.file('waivers.yaml', waivers(at(peer), '2024-02-29'));
  const { exitCode, held } = await desk.check(at(peer), ...looking, '--waivers', file);
  expect(exitCode).toBe(1);
  expect(held.toSorted()).toEqual([`${file} waiver.expired fail`, `${at(peer)} listener.amqp fail`]);
});

test('an unused waiver is a warning, and a malformed one is wrong usage before anything is looked at', async () => {
  let looks = 0;
  await using peer = await listen((socket) => {
    looks += 1;
    rabbit(socket);
  });
  using desk = newDesk();
  const file = desk.file('waivers.yaml', waivers(at(peer), '2999-12-31'));
  const check = () => desk.check(at(peer), ...looking, '--waivers', file);
  expect(await check()).toMatchObject({ exitCode: 0, held: [`${file} waiver.unused fail`] });
  expect(await desk.check(at(peer), ...looking, '--waivers', file, '--fail-on', 'warning')).toMatchObject({
    exitCode: 1,
  });
  looks = 0;
  desk.file('waivers.yaml', waivers(at(peer), 'tomorrow'));
  expect(await check()).toMatchObject({ exitCode: 64, report: undefined });
  expect(looks).toBe(0);
});

test('an inventory names the targets, and --limit some of them', async () => {
  using desk = newDesk();
  desk.program('ssh', 'echo "ssh: nobody home" >&2; exit 255');
  const file = desk.file(
    'hosts.ini',
    '[control]\ncontroller[1:3]\n[compute]\nnode1 ansible_connection=docker\n',
  );
  const { exitCode, report } = await desk.check('--inventory', file, '--limit', 'control:!controller2');
  expect(exitCode).toBe(2);
  expect(report?.targets.map(({ id }) => id)).toEqual(['controller1', 'controller3']);
  expect(await desk.check('--inventory', file, '--limit', 'controler*')).toMatchObject({ exitCode: 64 });
});

test('shards share the targets', async () => {
  using desk = newDesk();
  const targets = ['amqp://127.0.0.1:1', 'amqp://127.0.0.2:1', 'amqp://127.0.0.3:1'];
  const one = await desk.check(...targets, ...looking, '--shard', '1/2');
  const other = await desk.check(...targets, ...looking, '--shard', '2/2');
  const checked = [one, other].flatMap(({ report }) => report?.targets.map(({ id }) => id));
  expect(checked.sort()).toEqual(targets);
  expect(one.held).toEqual([`${targets[0]} listener.amqp fail`, `${targets[2]} listener.amqp fail`]);
});

test('what a baseline has too is not held against the run', async () => {
  await using peer = await listen(stranger);
  using desk = newDesk();
  const { out, exitCode } = await desk.check(at(peer), ...looking);
  expect(exitCode).toBe(1);
  const again = await desk.check(at(peer), ...looking, '--baseline', out);
  expect(again.exitCode).toBe(0);
  expect(again.report?.findings.find(({ outcome }) => outcome === 'fail')?.known).toBe(true);
});

test('an interrupted run reports what it has, and --resume goes on with the rest', async () => {
  let looks = 0;
  let interrupt = true;
  await using first = await listen((socket) => {
    looks += 1;
    rabbit(socket);
  });
  await using second = await listen((socket) => {
    if (interrupt) process.emit('SIGINT', 'SIGINT');
    else rabbit(socket);
  });
  using desk = newDesk();
  const targets = [at(first), at(second)];
  const interrupted = await desk.check(...targets, ...looking, '--jobs', '1');
  expect(interrupted.exitCode).toBe(130);
  expect(interrupted.printed).toContain('130');
  expect(interrupted.report?.targets.map(({ id }) => id)).toEqual(targets.toSorted());
  expect(interrupted.held.every((line) => line.startsWith(`${at(second)} `))).toBe(true);
  expect(interrupted.report?.findings.find(({ target }) => target === at(second))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'the run was interrupted before its audit ended',
  });
  interrupt = false;
  const resumed = await desk.check(...targets, ...looking, '--resume', interrupted.out);
  expect(resumed).toMatchObject({ exitCode: 0, held: [] });
  expect(resumed.report?.targets.map(({ id }) => id)).toEqual(targets.toSorted());
  expect(looks).toBe(1);
  const otherwise = await desk.check(...targets, '--profile', 'hardening', '--resume', interrupted.out);
  expect(otherwise.exitCode).toBe(64);
  expect(otherwise.printed).toContain('--profile');
});
