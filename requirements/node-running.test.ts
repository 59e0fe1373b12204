import { expect, test } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { guideExpectations as expected } from './expectations.ts';
import { type Answers, captured, fakeController, unit } from './fake-controller.fixture.ts';
import { nodeRunning } from './node-running.ts';

const audit = (changes: Answers) => nodeRunning.audit(fakeController(changes), expected);
const stopped = { systemctl: unit('loaded', 'inactive', 'dead', 'enabled') };
const noMapper = { exitCode: 78, stderr: 'Distribution failed: {{:shutdown, {:EXIT, :nodistribution}}}' };
const appStopped = "Error: this command requires the 'rabbit' app to be running on the target node.";

test.each(['3.8.9', '3.10.8', '4.0.5'])('passes when RabbitMQ %s gives its definitions', async (version) => {
  const judgement = await audit({ rabbitmqctl: { stdout: captured(`definitions-${version}.json`) } });
  expect(judgement).toMatchObject({ outcome: 'pass', actual: `RabbitMQ ${version} answers` });
});

test.each(['3.8.9', '3.10.8', '4.0.5'])('fails when RabbitMQ %s is stopped', async (version) => {
  const judgement = await audit({
    rabbitmqctl: { exitCode: 69, stderr: captured(`stopped-${version}.txt`) },
  });
  expect(judgement).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: "epmd reports: node 'rabbit' not running at all",
    fix: 'systemctl start rabbitmq-server.service',
  });
});

test.each([
  [
    'the port mapper cannot be reached',
    { exitCode: 69, stderr: captured('no-epmd-3.10.8.txt') },
    'unable to connect',
  ],
  ['there is no port mapper', noMapper, 'no port mapper (epmd) answers'],
])('fails when %s and the service is stopped, but not otherwise', async (_, rabbitmqctl, actual) => {
  const judgement = await audit({ ...stopped, rabbitmqctl });
  expect(judgement).toMatchObject({ outcome: 'fail', actual: expect.stringContaining(actual) });
  expect(await audit({ rabbitmqctl })).toMatchObject({ outcome: 'could-not-check' });
});

test('fails when the node is up without its application', async () => {
  const judgement = await audit({ rabbitmqctl: { exitCode: 64, stderr: appStopped } });
  expect(judgement).toMatchObject({ outcome: 'fail', fix: expect.stringContaining('rabbitmqctl start_app') });
});

test('fails without starting an Erlang VM when that would wake the port mapper', async () => {
  const controller = fakeController({ epmd: { stdout: 'SubState=listening\n\nSubState=dead\n' } });
  expect(await nodeRunning.audit(controller, expected)).toMatchObject({ outcome: 'fail' });
  expect(controller.performed.flat()).not.toContain('rabbitmqctl');
});

test('does not start an Erlang VM that would make a cookie', async () => {
  const missing = "stat: cannot statx '/var/lib/rabbitmq/.erlang.cookie': No such file or directory";
  const controller = fakeController({ stat: { exitCode: 1, stderr: missing } });
  const judgement = await nodeRunning.audit(controller, expected);
  expect(judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('would make one'),
  });
  expect(controller.performed.flat()).not.toContain('rabbitmqctl');
});

test.each(['3.8.9', '3.10.8', '4.0.5'])(
  'could not check with a cookie that RabbitMQ %s refuses',
  async (version) => {
    const stderr = captured(`wrong-cookie-${version}.txt`);
    const judgement = await audit({ ...stopped, rabbitmqctl: { exitCode: 69, stderr } });
    expect(judgement).toMatchObject({
      outcome: 'could-not-check',
      reason: 'rabbitmqctl cannot tell: TCP connection succeeded but Erlang distribution failed',
    });
  },
);

test.each([
  ['no rabbitmqctl', { exitCode: 127 }, 'rabbitmqctl is not there'],
  ['a timeout of its own', { exitCode: 75, stderr: 'Error: operation timed out' }, 'exit code 75'],
  ['half an answer', { stdout: '{"users":[' }, 'not understood'],
  ['another answer', { stdout: '{"users":"none"}' }, 'not understood'],
  [
    'a name that does not resolve',
    { exitCode: 69, stderr: '  * unable to connect to epmd: nxdomain' },
    'nxdomain',
  ],
  ['a machine that is gone', new TransportError('unreachable', 'gone'), 'gone'],
])('could not check with %s', async (_, rabbitmqctl, reason) => {
  const judgement = await audit({ ...stopped, rabbitmqctl });
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: expect.stringContaining(reason) });
});
