import { expect, test } from 'vitest';
import { evidence, no } from './evidence.fixture.ts';
import { login } from './login.ts';

function judge(over: Parameters<typeof no>[0]) {
  return login.judge(evidence({ login: no({ during: 'login', ...over }) }));
}

test('an accepted login is a pass that names the broker', () => {
  expect(login.judge(evidence({}))).toMatchObject({
    outcome: 'pass',
    actual: 'RabbitMQ 3.10.8 accepted the login',
  });
});

test('a wrong password fails, and the fix changes the password', () => {
  const judgement = judge({ text: 'ACCESS_REFUSED - Login was refused' });
  expect(judgement).toMatchObject({
    outcome: 'fail',
    actual: '403 ACCESS_REFUSED - Login was refused (login)',
  });
  expect(judgement.fix).toContain('rabbitmqctl change_password openstack');
});

test('a wrong vhost fails, and the fix is about the vhost', () => {
  const judgement = judge({ code: 530, text: 'NOT_ALLOWED - vhost /nope not found' });
  expect(judgement.outcome).toBe('fail');
  expect(judgement.fix).toContain('Check that vhost / exists');
});

test.each(['port-closed', 'not-amqp'] as const)('%s breaks the promise that a broker listens', (kind) => {
  const judgement = judge({ kind });
  expect(judgement.outcome).toBe('fail');
  expect(judgement.fix).toContain('rabbitmq-server');
});

test.each(['timeout', 'unreachable', 'lost'] as const)('%s proves nothing', (kind) => {
  expect(judge({ kind })).toMatchObject({ outcome: 'could-not-check' });
});
