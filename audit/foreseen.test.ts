import { expect, test } from 'vitest';
import { foreseen } from './foreseen.ts';

test('what all distributions have alike is known before the distribution is', () => {
  expect(foreseen(() => ({ user: 'openstack', vhost: '/' }))).toEqual({ user: 'openstack', vhost: '/' });
});

test('where one of them differs, nothing is', () => {
  expect(foreseen((tag) => ({ package: tag === 'obs' ? 'rabbitmq' : 'rabbitmq-server' }))).toBeUndefined();
  expect(foreseen((tag) => tag === undefined)).toBeUndefined();
});
