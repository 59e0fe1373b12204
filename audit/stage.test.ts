import { expect, test } from 'vitest';
import type { Judgement } from '../model/evidence.ts';
import type { Outcome } from '../model/finding.ts';
import { prerequisites, stage } from './stage.ts';

const judged = (id: string, outcome: Outcome, more: Partial<Judgement> = {}) => ({
  id,
  judgement: { outcome, severity: 'error', ...more } as const,
});
const outcomesOf = (results: ReturnType<typeof stage>) =>
  Object.fromEntries(results.map(({ id, judgement }) => [id, judgement.reason ?? judgement.outcome]));

test('a stopped service is one failure, however much hangs on it', () => {
  const staged = stage([
    judged('package.installed', 'pass'),
    judged('service.active', 'fail'),
    judged('node.running', 'fail', { fix: 'systemctl start x' }),
    judged('user.exists', 'could-not-check', { reason: 'because node.running failed' }),
    judged('access.login', 'fail', { actual: 'connection refused' }),
  ]);
  expect(outcomesOf(staged)).toEqual({
    'package.installed': 'pass',
    'service.active': 'fail',
    'node.running': 'because service.active failed',
    'user.exists': 'because service.active failed',
    'access.login': 'because service.active failed',
  });
  expect(staged[2]?.judgement).not.toHaveProperty('fix');
  expect(staged[4]?.judgement).toMatchObject({ outcome: 'could-not-check', actual: 'connection refused' });
});

test('what passes by its own evidence passes, and is no way round for blame', () => {
  const results = [
    judged('package.installed', 'fail'),
    judged('service.active', 'pass'),
    judged('node.running', 'fail'),
  ];
  expect(stage(results)).toEqual(results);
});

test('a fail that was seen stays one where something before it could only not be looked at', () => {
  const results = [
    judged('node.running', 'could-not-check', { reason: 'no rabbitmqctl' }),
    judged('access.login', 'fail'),
  ];
  expect(stage(results)).toEqual(results);
});

test('what could not be checked on a machine that is not reached says no more than that', () => {
  const staged = stage([
    judged('controller.reachable', 'could-not-check', { reason: 'no route to host' }),
    judged('package.installed', 'could-not-check', { reason: 'no route to host' }),
    judged('user.exists', 'could-not-check', { reason: 'because node.running failed' }),
  ]);
  expect(outcomesOf(staged)).toEqual({
    'controller.reachable': 'no route to host',
    'package.installed': 'because controller.reachable could not be checked',
    'user.exists': 'because controller.reachable could not be checked',
  });
});

test('a check that was not asked for passes the blame on', () => {
  const staged = stage([
    judged('node.running', 'fail'),
    judged('permissions.full', 'could-not-check', { reason: 'x' }),
  ]);
  expect(outcomesOf(staged)['permissions.full']).toBe('because node.running failed');
});

test('nothing comes before itself', () => {
  const seen = (id: string, path: readonly string[]): void => {
    expect(path).not.toContain(id);
    for (const before of prerequisites[id] ?? []) seen(before, [...path, id]);
  };
  for (const id of Object.keys(prerequisites)) seen(id, []);
});

test('who may not enter the vhost is kept out by permissions, whoever has another password by that', () => {
  const failing = [judged('permissions.full', 'fail'), judged('access.login', 'fail')] as const;
  expect(stage(failing)).toEqual(failing);
  const [permissions, login] = failing;
  expect(outcomesOf(stage([permissions, { ...login, after: ['permissions.full'] }]))).toEqual({
    'permissions.full': 'fail',
    'access.login': 'because permissions.full failed',
  });
});

test('a user who does not exist has not replaced a password', () => {
  const staged = stage([judged('user.exists', 'fail'), judged('password.replaced', 'pass')]);
  expect(outcomesOf(staged)['password.replaced']).toBe('because user.exists failed');
});

test('an alarm that blocks publishers is the cause of what they cannot do', () => {
  const staged = stage([
    judged('permissions.full', 'pass'),
    judged('access.configure', 'pass'),
    judged('access.write', 'fail', { actual: 'the broker is blocked' }),
    judged('access.read', 'could-not-check', { reason: 'access.write failed' }),
    judged('alarms.none', 'fail'),
  ]);
  expect(outcomesOf(staged)).toMatchObject({
    'access.write': 'because alarms.none failed',
    'access.read': 'because alarms.none failed',
  });
});
