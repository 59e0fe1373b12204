import { expect, test } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { guideExpectations as expected } from './expectations.ts';
import { type Answer, fakeController, unit } from './fake-controller.fixture.ts';
import { serviceActive } from './service-active.ts';

const audit = (systemctl: Answer) => serviceActive.audit(fakeController({ systemctl }), expected);

test.each([
  ['active', 'running'],
  ['reloading', 'reload'],
])('passes when the unit is %s (%s)', async (active, sub) => {
  expect(await audit(unit('loaded', active, sub, 'enabled'))).toMatchObject({ outcome: 'pass' });
});

test.each([
  ['inactive', 'dead'],
  ['failed', 'failed'],
  ['activating', 'auto-restart'],
  ['activating', 'start'],
  ['deactivating', 'stop-sigterm'],
])('fails when the unit is %s (%s)', async (active, sub) => {
  expect(await audit(unit('loaded', active, sub, 'enabled'))).toEqual({
    outcome: 'fail',
    severity: 'error',
    expected: 'rabbitmq-server.service is active (running)',
    actual: `rabbitmq-server.service is ${active} (${sub})`,
    fix: 'systemctl start rabbitmq-server.service',
  });
});

test('fails when systemd does not know the unit', async () => {
  const judgement = await audit(unit('not-found', 'inactive', 'dead', ''));
  expect(judgement).toMatchObject({ outcome: 'fail', actual: 'systemd knows no rabbitmq-server.service' });
});

test('tells how to start a masked unit', async () => {
  const judgement = await audit(unit('masked', 'inactive', 'dead', 'masked'));
  expect(judgement.fix).toMatch(/^systemctl unmask .* && systemctl start /);
});

test.each([
  [
    'a process that systemd does not follow',
    unit('loaded', 'active', 'exited', 'generated'),
    'node.running tells',
  ],
  [
    'another init system',
    { exitCode: 1, stderr: 'System has not been booted with systemd as init system (PID 1).' },
    'has not been booted with systemd',
  ],
  ['no systemctl', { exitCode: 127 }, 'there is no systemctl in PATH'],
  ['no answer', new TransportError('timeout', 'systemctl did not end within 15000 ms'), 'did not end within'],
])('could not check with %s', async (_, answer: Answer, reason) => {
  const judgement = await audit(answer);
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: expect.stringContaining(reason) });
});
