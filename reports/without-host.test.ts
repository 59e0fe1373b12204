import { expect, test } from 'vitest';
import { withoutHost } from './without-host.ts';

test.each([
  ['connect to host ctl-1 port 22: refused', 'ssh://ops@ctl-1:2222', 'connect to host HOST port 22: refused'],
  ['ctl-1: no', 'docker://ctl-1', 'HOST: no'],
  ['connect ECONNREFUSED 127.0.0.1:5672', 'amqp://127.0.0.1:5672', 'connect ECONNREFUSED HOST:5672'],
  ['connect ECONNREFUSED ::1', 'amqp://[::1]:5672', 'connect ECONNREFUSED HOST'],
  ['ssh://ctl-1 is silent', 'ssh://ctl-1', 'HOST is silent'],
])('%s (of %s)', (text, target, expected) => {
  expect(withoutHost(text, target)).toBe(expected);
});

test('another host whose name begins alike stays', () => {
  expect(withoutHost('through ctl-10 and a.ctl-1', 'ssh://ctl-1')).toBe('through ctl-10 and a.ctl-1');
});

test('a target without a host of its own changes nothing', () => {
  expect(withoutHost('no rabbitmqctl', 'local')).toBe('no rabbitmqctl');
});
