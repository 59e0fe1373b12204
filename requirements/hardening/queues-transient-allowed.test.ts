import { expect, test } from 'vitest';
import { notAsked } from '../../transports/read-commands.ts';
import { guideExpectations as expected } from '../expectations.ts';
import { type Answer, type Answers, captured, fakeController } from '../fake-controller.fixture.ts';
import { queuesTransientAllowed } from './queues-transient-allowed.ts';

const key = 'deprecated_features.permit.transient_nonexcl_queues';
const [conf, other] = ['/etc/rabbitmq/rabbitmq.conf', '/etc/rabbitmq/conf.d/10.conf'];
const definitions = (version: string): Answer => ({
  stdout: captured('definitions-4.0.5.json').replaceAll('4.0.5', version),
});
const phase = (to: string): Answer => ({
  stdout: captured('deprecated-4.0.5.json').replaceAll('permitted_by_default', to),
});
const audit = (version: string, changes: Answers = {}) => {
  const controller = fakeController({ rabbitmqctl: definitions(version), ...changes });
  return queuesTransientAllowed.audit(controller, expected);
};

test.each(['3.8.9', '3.10.8', '3.13.0', '4.0.5', '4.2.9'])('RabbitMQ %s takes them', async (version) => {
  expect(await audit(version, { deprecated: { exitCode: 64 } })).toMatchObject({
    outcome: 'pass',
    actual: `RabbitMQ ${version} takes them by default`,
  });
});

test.each(['4.3.0', '4.10.1', '5.0.0'])('RabbitMQ %s is asked what it does by default', async (version) => {
  expect(await audit(version, { deprecated: phase('denied_by_default') })).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    actual: `RabbitMQ ${version} refuses them by default`,
    fix: expect.stringContaining('rabbit_transient_quorum_queue'),
  });
  expect(await audit(version)).toMatchObject({ outcome: 'pass' });
});

test('a setting goes before the default, either way', async () => {
  const denied = { deprecated: phase('denied_by_default') };
  const permit = { grep: { stdout: `${conf}:${key} = true\n` } };
  expect(await audit('4.3.6', { ...denied, ...permit })).toMatchObject({
    outcome: 'pass',
    actual: `${conf} says ${key} = true`,
  });
  expect(await audit('4.0.5', { grep: { stdout: `${conf}: ${key} = false\n` } })).toMatchObject({
    outcome: 'fail',
    actual: `${conf} says ${key} = false`,
  });
});

test.each(['removed', 'disconnected'])('no setting brings back what is %s', async (to) => {
  const changes = { deprecated: phase(to), grep: { stdout: `${conf}:${key} = true\n` } };
  expect(await audit('4.4.0', changes)).toMatchObject({
    outcome: 'fail',
    actual: 'RabbitMQ 4.4.0 knows them no more',
  });
});

test.each([
  [
    'files contradict one another',
    { grep: { stdout: `${conf}:${key} = true\n${other}:${key} = false\n` } },
    `${other}, ${conf}`,
  ],
  [
    'a file is in Erlang’s own form',
    { grep: { stdout: '/etc/rabbitmq/advanced.config:transient_nonexcl_queues =>\n' } },
    'advanced.config',
  ],
  [
    'the files cannot be read',
    { grep: { exitCode: 2, stderr: 'grep: x: Permission denied' } },
    'Permission denied',
  ],
  ['the node does not say', { deprecated: { stdout: '[]' } }, 'nothing that is understood'],
  ['the node does not answer', { deprecated: { exitCode: 69, stderr: 'gone' } }, 'gone'],
  [
    'rabbitmqctl was not run',
    { deprecated: { exitCode: notAsked.portMapper } },
    'because node.running failed',
  ],
])('could not check when %s', async (_, changes: Answers, reason) => {
  expect(await audit('4.3.6', changes)).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining(reason),
  });
});

test('a version that nobody knows is asked', async () => {
  const stdout = captured('definitions-4.0.5.json').replace('"rabbitmq_version": "4.0.5",', '');
  const judgement = await audit('', { rabbitmqctl: { stdout }, deprecated: phase('denied_by_default') });
  expect(judgement).toMatchObject({ outcome: 'fail' });
});
