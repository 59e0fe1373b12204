import { expect, test } from 'vitest';
import { startedUnit } from './started-unit.ts';

test.each([
  ['systemctl start rabbitmq-server.service', 'rabbitmq-server.service'],
  ['sudo systemctl --no-block restart rabbitmq-server', 'rabbitmq-server'],
  ['systemctl enable --now rabbitmq-server', 'rabbitmq-server'],
  ['systemctl enable a.service && systemctl start a.service', 'a.service'],
  ['systemctl \\\n  start epmd.socket a.service', 'a.service'],
  ['service rabbitmq-server start', 'rabbitmq-server'],
  ['/etc/init.d/rabbitmq-server restart', 'rabbitmq-server'],
])('%s starts %s', (command, unit) => {
  expect(startedUnit(command)).toBe(unit);
});

test.each([
  'systemctl enable rabbitmq-server.service',
  'systemctl status rabbitmq-server.service',
  'systemctl start epmd.socket',
  'service rabbitmq-server status',
  'apt-get install start',
])('%s starts no service', (command) => {
  expect(startedUnit(command)).toBeUndefined();
});
