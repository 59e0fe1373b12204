import { expect, test } from 'vitest';
import { answering, connectionClose, listen, loginAnswers } from './amqp-peer.fixture.ts';
import { tryPlaceholder } from './try-placeholder.ts';

function tryAt(port: number, timeoutMs = 1000) {
  const account = { username: 'openstack', password: 'RABBIT_PASS', vhost: '/' };
  return tryPlaceholder({ hostname: '127.0.0.1', port, timeoutMs, ...account });
}

test('a placeholder that is refused is a pass, and the attempt is told', async () => {
  const refuse = () => connectionClose(403, 'ACCESS_REFUSED - Login was refused');
  await using peer = await listen(answering({ ...loginAnswers, '10.11': refuse }));
  const trial = await tryAt(peer.port);
  expect(trial).toMatchObject({
    id: 'password.replaced',
    outcome: 'pass',
    expected: 'openstack cannot log in with the password RABBIT_PASS',
    actual: '403 ACCESS_REFUSED - Login was refused (login)',
    performed: ['logged in to / as openstack with the password RABBIT_PASS: did not succeed'],
  });
});

test('a placeholder that lets somebody in fails, and the connection is closed at once', async () => {
  let goodbyes = 0;
  const close = (): Buffer => {
    goodbyes += 1;
    return loginAnswers['10.50']?.(0) ?? Buffer.alloc(0);
  };
  await using peer = await listen(answering({ ...loginAnswers, '10.50': close }));
  const trial = await tryAt(peer.port);
  expect(trial).toMatchObject({ outcome: 'fail', severity: 'error', actual: 'openstack logged in with it' });
  expect(trial.fix).toContain('rabbitmqctl change_password openstack NEW_PASSWORD');
  expect(goodbyes).toBe(1);
});

test('a placeholder that is accepted before the vhost is refused fails too', async () => {
  const refuse = () => connectionClose(530, 'NOT_ALLOWED - vhost / not found');
  await using peer = await listen(answering({ ...loginAnswers, '10.40': refuse }));
  const trial = await tryAt(peer.port);
  expect(trial).toMatchObject({ outcome: 'fail' });
  expect(trial.actual).toContain('the password was accepted, and then: 530');
});

test.each([
  [
    'is refused for another reason',
    answering({ ...loginAnswers, '10.11': () => connectionClose(501, 'no') }),
  ],
  ['meets a peer that hangs up', (socket: { destroy(): void }) => socket.destroy()],
  ['meets a silent peer', () => undefined],
])('a placeholder that %s proves nothing', async (_, speak) => {
  await using peer = await listen(speak);
  expect(await tryAt(peer.port, 100)).toMatchObject({ outcome: 'could-not-check' });
});
