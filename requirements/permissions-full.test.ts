import { expect, test } from 'vitest';
import type { Definitions } from './definitions.ts';
import { guideExpectations as expected } from './expectations.ts';
import { captured, fakeController } from './fake-controller.fixture.ts';
import { permissionsFull } from './permissions-full.ts';

const all = { user: 'openstack', vhost: '/', configure: '.*', write: '.*', read: '.*' };
const judge = (changes: Partial<Definitions>, expectations = expected) => {
  const vhosts = [{ name: '/' }, { name: 'other' }];
  const value = {
    users: [{ name: 'openstack', tags: [] }],
    vhosts,
    permissions: [all],
    topic_permissions: [],
    ...changes,
  };
  return permissionsFull.judge({ known: true, value }, expectations);
};
const guideCommand = 'rabbitmqctl set_permissions openstack ".*" ".*" ".*"';

test.each(['3.8.9', '3.10.8', '4.0.5'])('passes after the guide on RabbitMQ %s', async (version) => {
  const rabbitmqctl = { stdout: captured(`definitions-${version}.json`) };
  const judgement = await permissionsFull.audit(fakeController({ rabbitmqctl }), expected);
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'configure ".*", write ".*", read ".*"' });
});

test('fails when the user is missing, with both of the guide’s commands', () => {
  const fix = `rabbitmqctl add_user openstack RABBIT_PASS && ${guideCommand}`;
  expect(judge({ users: [] })).toMatchObject({ outcome: 'fail', actual: 'there is no user openstack', fix });
});

test.each([
  [[], 'openstack has no permissions on vhost /, nor on any other'],
  [[{ ...all, vhost: 'other' }], 'openstack has no permissions on vhost /, only on other'],
  [[{ ...all, user: 'guest' }], 'openstack has no permissions on vhost /, nor on any other'],
])('fails without permissions on the vhost (%j)', (permissions, actual) => {
  expect(judge({ permissions })).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual,
    fix: guideCommand,
  });
});

test('says when the vhost itself does not exist', () => {
  const judgement = judge({ vhosts: [] }, { ...expected, vhost: 'cell1' });
  expect(judgement.actual).toBe(
    'openstack has no permissions on vhost cell1, which does not exist, only on /',
  );
  expect(judgement.fix).toBe('rabbitmqctl set_permissions -p cell1 openstack ".*" ".*" ".*"');
});

test.each(['configure', 'write', 'read'] as const)('fails when %s is narrowed', (field) => {
  const narrowed = judge({ permissions: [{ ...all, [field]: '^nova' }] });
  expect(narrowed).toMatchObject({ outcome: 'fail', actual: `${field} is "^nova", which misses openstack` });
  const none = judge({ permissions: [{ ...all, [field]: '' }] });
  expect(none).toMatchObject({ outcome: 'fail', actual: `${field} is "", which matches no name` });
  expect(none.fix).toBe(guideCommand);
});

test('could not check with a pattern that nobody can be sure of', () => {
  const judgement = judge({ permissions: [{ ...all, write: '^(?!secret).*' }] });
  expect(judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('cannot be told'),
  });
});

test('fails when topic permissions narrow routing keys, for this user and vhost alone', () => {
  const topic = { user: 'openstack', vhost: '/', exchange: 'nova', write: '^a', read: '.*' };
  const judgement = judge({ topic_permissions: [topic] });
  expect(judgement).toMatchObject({ outcome: 'fail', fix: 'rabbitmqctl clear_topic_permissions openstack' });
  expect(judgement.actual).toBe('topic write on nova is "^a", which misses openstack');
  expect(judge({ topic_permissions: [{ ...topic, vhost: 'other' }] }).outcome).toBe('pass');
  expect(judge({ topic_permissions: [{ ...topic, write: '.*' }] }).outcome).toBe('pass');
});

test('holds the user to the patterns of another guide', () => {
  const narrow = { ...expected, permissions: { configure: '^nova', write: '.*', read: '' } };
  const held = { ...all, configure: '^nova', read: '' };
  expect(judge({ permissions: [held] }, narrow)).toMatchObject({ outcome: 'pass' });
  expect(judge({ permissions: [{ ...held, configure: '^cinder' }] }, narrow)).toMatchObject({
    outcome: 'fail',
    actual: 'configure is "^cinder", which misses nova',
    fix: 'rabbitmqctl set_permissions openstack "^nova" ".*" ""',
  });
});

test('quotes for a shell what its double quotes would not keep', () => {
  const odd = { ...expected, permissions: { ...expected.permissions, write: '^a$' } };
  expect(judge({ permissions: [] }, odd).fix).toBe('rabbitmqctl set_permissions openstack ".*" \'^a$\' ".*"');
});

test.each([{ user: expected.user }, { permissions: expected.permissions }])(
  'is not asked where the guide says only %j',
  async (said) => {
    const controller = fakeController();
    expect(await permissionsFull.audit(controller, { vhost: '/', amqpPort: 5672, ...said })).toMatchObject({
      outcome: 'not-applicable',
      reason: 'the guide grants no permissions',
    });
    expect(controller.performed).toEqual([]);
  },
);

test('could not check while the node is down', async () => {
  const rabbitmqctl = { exitCode: 69, stderr: captured('stopped-4.0.5.txt') };
  const judgement = await permissionsFull.audit(fakeController({ rabbitmqctl }), expected);
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: 'because node.running failed' });
});
