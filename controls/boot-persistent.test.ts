import { expect, test } from 'vitest';
import { answering, connectionClose, listen, loginAnswers } from '../access/amqp-peer.fixture.ts';
import { MachineError } from '../containers/machine-error.ts';
import { bootPersistent } from './boot-persistent.ts';
import { fakeSite, judged, proven } from './control-site.fixture.ts';

const before = proven('node.running', 'service.active');
const stopped = () => ({ exitCode: 3, stdout: 'inactive\n' });

test('what passed before and passes again is a pass; what failed before does not count', async () => {
  const failedBefore = {
    ...before,
    judgements: new Map([...before.judgements, ['user.exists', judged('fail')]]),
  };
  const site = fakeSite({ before: failedBefore, prove: async () => before }, stopped);
  expect(await bootPersistent.prove(site)).toMatchObject({ outcome: 'pass', actual: 'all 2 pass again' });
});

test('what passed before and fails now is listed, with what was seen', async () => {
  const after = new Map([
    ['node.running', judged('could-not-check', { reason: 'no answer' })],
    ['service.active', judged('fail', { actual: 'it is inactive' })],
  ]);
  const site = fakeSite({ before, prove: async () => ({ ...before, judgements: after }) }, stopped);
  expect(await bootPersistent.prove(site)).toEqual({
    outcome: 'fail',
    severity: 'error',
    expected: 'the 2 checks that passed before the reboot pass again',
    actual:
      'the broker is not started; no longer holds: node.running (no answer), service.active (it is inactive)',
    fix: 'systemctl enable rabbitmq-server.service',
  });
});

test('what could only not be checked again proves nothing', async () => {
  const after = new Map([['node.running', judged('could-not-check', { reason: 'no answer' })]]);
  const site = fakeSite({
    before: proven('node.running'),
    prove: async () => ({ ...before, judgements: after }),
  });
  const reboot = { after, broker: 'answers' } as const;
  expect(bootPersistent.judge(reboot, site)).toMatchObject({ outcome: 'could-not-check' });
});

test('a machine that came up with a failed unit did reboot', async () => {
  const restart = () => Promise.reject(new MachineError('degraded'));
  const site = fakeSite({ before, restart, prove: async () => before }, stopped);
  expect(await bootPersistent.prove(site)).toMatchObject({ outcome: 'pass' });
});

test('a broker is waited for while its service is being started', async () => {
  await using peer = await listen(answering({ ...loginAnswers, '10.11': () => connectionClose(403, 'no') }));
  let asked = 0;
  const closed = fakeSite({}).address();
  const site = fakeSite(
    {
      before,
      prove: async () => before,
      address: () => (asked < 3 ? closed : { ...closed, port: peer.port }),
    },
    () => {
      asked += 1;
      return { stdout: 'activating\n' };
    },
  );
  expect(await bootPersistent.prove(site)).toMatchObject({ outcome: 'pass' });
  expect(asked).toBe(3);
});

test('without a running node there is nothing that a reboot could prove', async () => {
  const restart = () => Promise.reject(new Error('must not be called'));
  expect(await bootPersistent.prove(fakeSite({ before: proven(), restart }))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'because node.running did not pass',
  });
});
