import { expect, test } from 'vitest';
import { destinationArguments, nameOf } from './ssh-destination.ts';

test.each([
  [{ host: 'controller' }, ['--', 'controller'], 'ssh://controller'],
  [
    { host: '::1', user: 'DOM\\ops', port: 22 },
    ['-l', 'DOM\\ops', '-p', '22', '--', '::1'],
    'ssh://DOM\\ops@[::1]:22',
  ],
  [{ host: 'fe80::1%eth0' }, ['--', 'fe80::1%eth0'], 'ssh://[fe80::1%eth0]'],
  [
    { host: 'a_b-c.example', user: 'a.b@c' },
    ['-l', 'a.b@c', '--', 'a_b-c.example'],
    'ssh://a.b@c@a_b-c.example',
  ],
])('%j', (destination, words, name) => {
  expect(destinationArguments(destination)).toEqual(words);
  expect(nameOf(destination)).toBe(name);
});

const hostile = [
  '-oProxyCommand=reboot',
  '',
  'a b',
  'a\nb',
  '$(reboot)',
  '`id`',
  "a'b",
  'a;b',
  'a|b',
  'a/b',
  'é',
];

test.each([...hostile, 'ssh://a', 'root@a'])('refuses the host %j', (host) => {
  expect(() => destinationArguments({ host })).toThrow('expected a host name or address');
});

test.each([...hostile, 'a\\', 'a:b'])('refuses the user %j', (user) => {
  expect(() => destinationArguments({ host: 'a', user })).toThrow('expected a user name');
});

test.each([0, -1, 65_536, 1.5, Number.NaN])('refuses the port %j', (port) => {
  expect(() => destinationArguments({ host: 'a', port })).toThrow('expected a port');
});
