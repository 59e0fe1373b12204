import { expect, test } from 'vitest';
import { configure } from './configure.ts';
import { after, evidence, no, refusal, undeclared } from './evidence.fixture.ts';

const queue = { kind: 'queue', name: 'guideproof.1' } as const;

test('declared and deleted is a pass', () => {
  expect(configure.judge(evidence({}))).toMatchObject({ outcome: 'pass' });
});

test('a refused declaration fails with the reply code and text, and names the command that helps', () => {
  const judgement = configure.judge(undeclared({ text: "ACCESS_REFUSED - access to queue 'q' refused" }));
  expect(judgement).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: "403 ACCESS_REFUSED - access to queue 'q' refused (something)",
    fix: 'On the controller run: rabbitmqctl set_permissions openstack ".*" ".*" ".*"',
  });
});

test('a refused deletion fails', () => {
  const leftBehind = [{ object: queue, refusal: refusal() }];
  const judgement = configure.judge(evidence({ used: { removed: after(no()) }, objects: { leftBehind } }));
  expect(judgement).toMatchObject({ outcome: 'fail', severity: 'error' });
  expect(judgement.reason).toContain('may be left on the broker: queue guideproof.1');
});

test('a connection that breaks before the declaration is answered proves nothing', () => {
  const judgement = configure.judge(undeclared({ kind: 'lost', text: 'connection lost' }));
  expect(judgement).toMatchObject({ outcome: 'could-not-check', reason: 'connection lost (something)' });
});

test('a deletion over another connection, after the first one broke, counts', () => {
  const removed = after(no({ kind: 'lost' }));
  expect(configure.judge(evidence({ used: { removed } }))).toMatchObject({ outcome: 'pass' });
});

test('a deletion of which nothing is known proves nothing', () => {
  const removed = after(no({ kind: 'timeout', text: 'no answer in time' }));
  const leftBehind = [{ object: queue, refusal: refusal() }];
  const judgement = configure.judge(evidence({ used: { removed }, objects: { leftBehind } }));
  expect(judgement.outcome).toBe('could-not-check');
});

test('a refused binding is none of its business', () => {
  expect(configure.judge(evidence({ used: { bound: after(no()) } }))).toMatchObject({ outcome: 'pass' });
});

test('without a login it could not be checked', () => {
  expect(configure.judge(evidence({ login: no() }))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'access.login failed',
  });
});
