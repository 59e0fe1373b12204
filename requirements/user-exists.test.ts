import { expect, test } from 'vitest';
import { guideExpectations as expected } from './expectations.ts';
import { captured, fakeController } from './fake-controller.fixture.ts';
import { userExists } from './user-exists.ts';

const definitions = (names: readonly string[]) => ({
  known: true as const,
  value: {
    users: names.map((name) => ({ name, tags: [] })),
    vhosts: [],
    permissions: [],
    topic_permissions: [],
  },
});

test.each(['3.8.9', '3.10.8', '4.0.5'])('passes with the user on RabbitMQ %s', async (version) => {
  const rabbitmqctl = { stdout: captured(`definitions-${version}.json`) };
  expect(await userExists.audit(fakeController({ rabbitmqctl }), expected)).toMatchObject({
    outcome: 'pass',
  });
});

test.each([
  [['guest', 'OpenStack'], 'only OpenStack, guest'],
  [[], 'no users at all'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'only a, b, c, d, e and 2 more'],
])('fails with the guide’s own command when the users are %j', (names, actual) => {
  expect(userExists.judge(definitions(names), expected)).toEqual({
    outcome: 'fail',
    severity: 'error',
    expected: 'a RabbitMQ user openstack',
    actual,
    fix: 'rabbitmqctl add_user openstack RABBIT_PASS',
  });
});

test('could not check while the node is down, and names the cause once', async () => {
  const rabbitmqctl = { exitCode: 69, stderr: captured('stopped-3.10.8.txt') };
  const judgement = await userExists.audit(fakeController({ rabbitmqctl }), expected);
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: 'because node.running failed' });
});

test('password hashes never leave the gatherer', async () => {
  const text = captured('definitions-3.10.8.json').replaceAll('BLANKED', 'c2VjcmV0');
  expect(text).toContain('c2VjcmV0');
  const evidence = await userExists.gather(fakeController({ rabbitmqctl: { stdout: text } }), expected);
  expect(evidence.known).toBe(true);
  expect(JSON.stringify(evidence)).not.toMatch(/c2VjcmV0|password|hash/);
});
