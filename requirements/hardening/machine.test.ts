import { expect, test } from 'vitest';
import { guideExpectations as expected } from '../expectations.ts';
import { type Answers, captured, fakeController, unit } from '../fake-controller.fixture.ts';
import { cookiePrivate } from './cookie-private.ts';
import { limitsFileDescriptors } from './limits-file-descriptors.ts';

const cookie = (stdout: string) => cookiePrivate.audit(fakeController({ stat: { stdout } }), expected);
const limits = (changes: Answers) => limitsFileDescriptors.audit(fakeController(changes), expected);
const limited = (to: string) => ({
  limits: { stdout: captured('limits.txt').replace(/(Max open files\s+)\d+/, `$1${to}`) },
});

test.each(['400', '600'])('a cookie of mode %s is private', async (mode) => {
  expect(await cookie(`${mode} rabbitmq 20 regular file\n`)).toMatchObject({ outcome: 'pass' });
});

test.each(['440', '644', '604', '4601'])('a cookie of mode %s is not', async (mode) => {
  expect(await cookie(`${mode} rabbitmq 20 regular file\n`)).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    actual: `it belongs to rabbitmq and has mode ${mode}`,
    fix: 'chmod 400 /var/lib/rabbitmq/.erlang.cookie',
  });
});

test('nor is one of somebody else', async () => {
  expect(await cookie('400 root 20 regular file\n')).toMatchObject({
    outcome: 'fail',
    fix: expect.stringMatching(/^chown rabbitmq: /),
  });
});

test('could not check a cookie that is missing', async () => {
  const stat = { exitCode: 1, stderr: 'stat: cannot statx: No such file or directory' };
  expect(await cookiePrivate.audit(fakeController({ stat }), expected)).toMatchObject({
    outcome: 'could-not-check',
    reason: 'there is no /var/lib/rabbitmq/.erlang.cookie',
  });
});

test.each(['50000', '65536', 'unlimited'])('%s open files are enough', async (to) => {
  expect(await limits(limited(to))).toMatchObject({ outcome: 'pass' });
});

test.each(['1024', '49999'])('%s open files are not', async (to) => {
  expect(await limits(limited(to))).toMatchObject({
    outcome: 'fail',
    expected: 'at least 50000 open files',
    actual: `${to} open files`,
    fix: expect.stringContaining('systemctl edit rabbitmq-server.service'),
  });
});

test('the process is the one that systemd follows', async () => {
  const controller = fakeController();
  await limitsFileDescriptors.audit(controller, expected);
  expect(controller.performed).toContainEqual(['cat', '/proc/39/limits']);
});

test.each([
  [{ systemctl: unit('loaded', 'failed', 'failed', 'enabled') }, 'because service.active failed'],
  [
    { systemctl: { stdout: 'LoadState=loaded\nActiveState=active\nSubState=exited\nMainPID=0\n' } },
    'follows no process',
  ],
  [{ systemctl: { exitCode: 127 } }, 'there is no systemctl in PATH'],
  [{ limits: { exitCode: 1, stderr: 'cat: /proc/39/limits: No such file or directory' } }, 'No such file'],
])('could not check limits with %j', async (changes: Answers, reason) => {
  expect(await limits(changes)).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining(reason),
  });
});
