import { expect, test } from 'vitest';
import { notAsked } from '../transports/read-commands.ts';
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

test('fails where rabbitmqctl was not run because it would have woken the port mapper', async () => {
  expect(await audit({ rabbitmqctl: { exitCode: notAsked.portMapper } })).toMatchObject({
    outcome: 'fail',
    actual: 'no node has registered: the port mapper (epmd) is not running',
  });
});

test.each([
  [
    'that is missing',
    {
      exitCode: 1,
      stderr: "stat: cannot statx '/var/lib/rabbitmq/.erlang.cookie': No such file or directory",
    },
    'would make one',
  ],
  ['that others can read', { stdout: '644 rabbitmq 20 regular file\n' }, 'has mode 644'],
  ['that is empty', { stdout: '600 rabbitmq 0 regular empty file\n' }, 'is empty'],
  ['that is no file', { stdout: '755 rabbitmq 40 directory\n' }, 'printed something that is not understood'],
  ['that may not be looked at', { exitCode: 1, stderr: 'stat: Permission denied' }, 'Permission denied'],
  ['that has come since', { stdout: '400 rabbitmq 20 regular file\n' }, 'changed while it was looked at'],
])('could not check with a cookie %s', async (_, stat, reason) => {
  const judgement = await audit({ ...stopped, rabbitmqctl: { exitCode: notAsked.cookie }, stat });
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: expect.stringContaining(reason) });
});

test.each([
  '16:58:57.536 [error] Error when reading /var/lib/rabbitmq/.erlang.cookie: eacces',
  '16:58:49.586 [error] Cookie file /var/lib/rabbitmq/.erlang.cookie must be accessible by owner only',
  '16:59:05.524 [error] Too short cookie string',
])('a cookie that rabbitmqctl cannot use is no sign of a stopped node (%s)', async (line) => {
  const stderr = `${line}\nDistribution failed: {{:shutdown, {:EXIT, :nodistribution}}}`;
  const judgement = await audit({ ...stopped, rabbitmqctl: { exitCode: 78, stderr } });
  expect(judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringMatching(/^rabbitmqctl cannot log in to the node: /),
  });
});

test.each(['3.8.9', '3.10.8', '4.0.5'])(
  'could not check with a cookie that RabbitMQ %s refuses',
  async (version) => {
    const stderr = captured(`wrong-cookie-${version}.txt`);
    const judgement = await audit({ ...stopped, rabbitmqctl: { exitCode: 69, stderr } });
    expect(judgement).toMatchObject({
      outcome: 'could-not-check',
      reason: expect.stringMatching(/^the node does not let rabbitmqctl in: its Erlang cookie/),
    });
  },
);

test.each([
  ['no rabbitmqctl', { exitCode: 127 }, 'there is no rabbitmqctl in PATH'],
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
