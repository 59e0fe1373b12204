import { expect, test } from 'vitest';
import { notAsked } from '../../transports/read-commands.ts';
import { guideExpectations as expected } from '../expectations.ts';
import { type Answer, captured, fakeController } from '../fake-controller.fixture.ts';
import { alarmsNone } from './alarms-none.ts';
import { tlsListener } from './tls-listener.ts';

const both = [alarmsNone, tlsListener] as const;
const versions = ['3.10.8', '4.0.5'];
const controller = (cluster: Answer, rabbitmqctl?: Answer) =>
  fakeController({ cluster, ...(rabbitmqctl && { rabbitmqctl }) });
const of = (name: string) => controller({ stdout: captured(`cluster-${name}.json`) });

test.each(versions)('RabbitMQ %s without alarms and with TLS passes', async (version) => {
  expect(await alarmsNone.audit(of(`tls-${version}`), expected)).toMatchObject({
    outcome: 'pass',
    actual: 'none on rabbit@controller',
  });
  expect(await tlsListener.audit(of(`tls-${version}`), expected)).toMatchObject({
    outcome: 'pass',
    actual: 'rabbit@controller offers amqp on port 5672 and amqp/ssl on port 5671',
  });
});

test.each(versions)('RabbitMQ %s with alarms fails, for each resource with a remedy', async (version) => {
  expect(await alarmsNone.audit(of(`alarmed-${version}`), expected)).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: 'disk on rabbit@controller, memory on rabbit@controller: publishers are blocked',
    fix: expect.stringMatching(/Free space.*Let consumers catch up/),
  });
});

test('an alarm of another kind fails as well', async () => {
  const stdout = captured('cluster-alarmed-4.0.5.json').replaceAll(/"resource": "\w+"/g, '"resource": "fds"');
  const judgement = await alarmsNone.audit(controller({ stdout }), expected);
  expect(judgement).toMatchObject({ outcome: 'fail', fix: expect.stringContaining('rabbitmq-diagnostics') });
});

test('whether a node of the cluster that is down has run out of something cannot be told', async () => {
  expect(await alarmsNone.audit(of('half-3.10.8'), expected)).toMatchObject({
    outcome: 'could-not-check',
    actual: 'none on rabbit@rc1',
    reason: 'not running: rabbit@rc2 of the same cluster',
  });
});

test('without TLS it fails and says what is offered instead', async () => {
  expect(await tlsListener.audit(of('half-3.10.8'), expected)).toMatchObject({
    outcome: 'fail',
    actual: 'rabbit@rc1 offers amqp on port 5672',
    fix: expect.stringContaining('listeners.ssl.default'),
  });
});

test('a cluster without any listener fails', async () => {
  const stdout = JSON.stringify({ running_nodes: [], alarms: [], listeners: {} });
  expect(await tlsListener.audit(controller({ stdout }), expected)).toMatchObject({
    outcome: 'fail',
    actual: 'no listener at all',
  });
});

test.each(both)('could not check $id on the first cause', async (requirement) => {
  const down = controller({ exitCode: 69 }, { exitCode: 69, stderr: captured('stopped-4.0.5.txt') });
  expect(await requirement.audit(down, expected)).toMatchObject({ reason: 'because node.running failed' });
  const asleep = { exitCode: notAsked.portMapper };
  expect(await requirement.audit(controller(asleep), expected)).toMatchObject({
    outcome: 'could-not-check',
    reason: 'because node.running failed',
  });
  const half = controller({ stdout: '{"alarms":[]' });
  expect(await requirement.audit(half, expected)).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('not understood'),
  });
});
