import { expect, test } from 'vitest';
import { guideExpectations as expected } from './expectations.ts';
import { type Answer, captured, fakeController } from './fake-controller.fixture.ts';
import { listenerAmqp } from './listener-amqp.ts';

const audit = (cat: Answer) => listenerAmqp.audit(fakeController({ cat }), expected);
const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n';
const socket = (local: string, state = '0A', userId = 102) =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000   ${userId}        0 353217\n`;

test('passes when the broker listens on every address', async () => {
  const judgement = await audit({ stdout: captured('sockets-everywhere.txt') });
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'listening on ::' });
});

test('passes on the management address alone', async () => {
  const judgement = await audit({ stdout: header + socket('0B00000A:1628') });
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'listening on 10.0.0.11' });
});

test('passes on a kernel without IPv6', async () => {
  const stderr = 'cat: /proc/net/tcp6: No such file or directory\n';
  const judgement = await audit({ exitCode: 1, stdout: header + socket('00000000:1628'), stderr });
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'listening on 0.0.0.0' });
});

test('fails when the broker listens on loopback only', async () => {
  const judgement = await audit({ stdout: captured('sockets-loopback.txt') });
  expect(judgement).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: 'listening only on loopback: 127.0.0.1',
    fix: expect.stringContaining('management network'),
  });
});

test('knows loopback in IPv6, also as a mapped IPv4 address', async () => {
  const one = socket('00000000000000000000000001000000:1628');
  const mapped = socket('0000000000000000FFFF00000100007F:1628');
  const judgement = await audit({ stdout: header + one + mapped });
  expect(judgement).toMatchObject({
    outcome: 'fail',
    actual: expect.stringMatching(/loopback: ::1, ::ffff:/),
  });
});

test('says where RabbitMQ listens instead', async () => {
  const moved = socket('00000000:1629') + socket('00000000:64D4') + socket('00000000:0016', '0A', 0);
  expect(await audit({ stdout: header + moved })).toMatchObject({
    outcome: 'fail',
    actual: 'nothing listens on port 5672; RabbitMQ listens on 5673, 25812',
  });
});

test.each([
  ['another port listens', socket('00000000:1627', '0A', 0)],
  ['a connection uses the port', socket('00000000:1628', '01')],
  ['nothing listens', ''],
])('fails when only %s', async (_, lines) => {
  const judgement = await audit({ stdout: header + lines });
  expect(judgement).toMatchObject({ outcome: 'fail', actual: 'nothing listens on port 5672' });
});

test.each([
  [
    'a table is missing',
    { exitCode: 1, stderr: 'cat: /proc/net/tcp: Permission denied' },
    'Permission denied',
  ],
  ['nothing is printed', { stdout: '' }, 'not understood'],
])('could not check when %s', async (_, cat, reason) => {
  const judgement = await audit(cat);
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: expect.stringContaining(reason) });
});

test('cannot tell whose listener it is when it is not RabbitMQ’s user’s', async () => {
  const stdout = header + socket('00000000:1628', '0A', 0);
  expect(await audit({ stdout })).toMatchObject({
    outcome: 'could-not-check',
    actual: 'listening on 0.0.0.0',
    reason:
      'listened to by user id 0 and not by RabbitMQ’s, 102: who answers there cannot be told from inside',
  });
});

test('one of RabbitMQ’s own among others is enough, but not on loopback', async () => {
  const proxy = socket('0B00000A:1628', '0A', 0);
  const stdout = header + proxy + socket('0C00000A:1628');
  expect(await audit({ stdout })).toMatchObject({
    outcome: 'pass',
    actual: 'listening on 10.0.0.11, 10.0.0.12',
  });
  const behind = header + proxy + socket('0100007F:1628');
  expect(await audit({ stdout: behind })).toMatchObject({ outcome: 'could-not-check' });
});

test.each([
  [{ exitCode: 1, stderr: 'id: ‘rabbitmq’: no such user' }, 'there is no user rabbitmq: who answers'],
  [{ exitCode: 127 }, 'there is no id in PATH: who answers'],
])('cannot tell either when it is not known who RabbitMQ’s user is (%j)', async (id, reason) => {
  const cat = { stdout: captured('sockets-everywhere.txt') };
  expect(await listenerAmqp.audit(fakeController({ cat, id }), expected)).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining(reason),
  });
});
