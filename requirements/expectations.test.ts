import { expect, test } from 'vitest';
import { expectationsFrom } from './expectations.ts';

const permissions = { configure: '^a', write: '', read: '.*' };

test('takes everything that a guide says', () => {
  const said = {
    package: { value: 'rabbitmq' },
    service: { value: 'rabbit.service' },
    user: { value: 'nova' },
    vhost: { value: '/cloud' },
    permissions: { value: permissions },
  };
  expect(expectationsFrom(said)).toEqual({
    package: 'rabbitmq',
    service: 'rabbit.service',
    user: 'nova',
    vhost: '/cloud',
    permissions,
    amqpPort: 5672,
  });
});

test('leaves to RabbitMQ what the guide leaves to it, and asks for nothing else', () => {
  expect(expectationsFrom({})).toEqual({ vhost: '/', amqpPort: 5672 });
});

test.each([
  [{ package: { value: 'rabbitmq-server' } }, 'rabbitmq-server.service'],
  [{ service: { value: 'rabbitmq-server' } }, 'rabbitmq-server.service'],
  [{ package: { value: 'rabbitmq' }, service: { value: 'rabbit.target' } }, 'rabbit.target'],
])('the service that is meant by %j is %s', (said, service) => {
  expect(expectationsFrom(said).service).toBe(service);
});
