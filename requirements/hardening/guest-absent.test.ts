import { expect, test } from 'vitest';
import { guideExpectations as expected } from '../expectations.ts';
import { type Answer, captured, fakeController } from '../fake-controller.fixture.ts';
import { guestAbsent } from './guest-absent.ts';

const [conf, advanced] = ['/etc/rabbitmq/conf.d/10.conf', '/etc/rabbitmq/advanced.config'];
const audit = (grep: Answer) => guestAbsent.audit(fakeController({ grep }), expected);

test('passes when the user is gone', async () => {
  const stdout = captured('definitions-3.10.8.json').replaceAll('guest', 'admin');
  const judgement = await guestAbsent.audit(fakeController({ rabbitmqctl: { stdout } }), expected);
  expect(judgement).toMatchObject({ outcome: 'pass', severity: 'warning' });
});

test('fails when the user exists, with the source and the command', async () => {
  expect(await audit({ exitCode: 1 })).toEqual({
    outcome: 'fail',
    severity: 'warning',
    expected: 'no user guest',
    actual: 'there is a user guest; it may log in from this machine alone, as is RabbitMQ’s default',
    reason: expect.stringContaining('https://www.rabbitmq.com/docs/production-checklist#users'),
    fix: 'rabbitmqctl delete_user guest',
  });
});

test.each([
  [`${conf}:loopback_users = none`, `from other machines: ${conf} says loopback_users = none`],
  [
    `${conf}:  loopback_users.guest = false`,
    `from other machines: ${conf} says loopback_users.guest = false`,
  ],
  [`${conf}:loopback_users.admin = true`, `from other machines: ${conf} says loopback_users.admin = true`],
  [`${conf}:loopback_users.guest = true`, `from this machine alone, as ${conf} says`],
  [`${advanced}:{loopback_users`, `${advanced} mentions loopback_users, so whether`],
])('says what %s means', async (line, actual) => {
  expect(await audit({ stdout: `${line}\n` })).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining(actual),
  });
});

test.each([
  [
    { exitCode: 2, stderr: 'grep: /etc/rabbitmq/x.conf: Permission denied' },
    'is not known (grep ended with exit code 2',
  ],
  [{ exitCode: 2, stderr: 'grep: /etc/rabbitmq: No such file or directory' }, 'as is RabbitMQ’s default'],
])('fails all the same when the files say nothing (%j)', async (grep, actual) => {
  expect(await audit(grep)).toMatchObject({ outcome: 'fail', actual: expect.stringContaining(actual) });
});

test('could not check while the node is down', async () => {
  const rabbitmqctl = { exitCode: 69, stderr: captured('stopped-4.0.5.txt') };
  expect(await guestAbsent.audit(fakeController({ rabbitmqctl }), expected)).toMatchObject({
    outcome: 'could-not-check',
    reason: 'because node.running failed',
  });
});
