import { expect, test } from 'vitest';
import { expandHostPattern } from './host-pattern.ts';

// The same as Ansible 2.14 makes of them.
test.each([
  ['controller1', ['controller1'], undefined],
  ['controller1:2222', ['controller1'], '2222'],
  ['[2001:db8::1]:22', ['2001:db8::1'], '22'],
  ['2001:db8::1', ['2001:db8::1'], undefined],
  ['web[1:3]', ['web1', 'web2', 'web3'], undefined],
  ['web[01:03].example.org:22', ['web01.example.org', 'web02.example.org', 'web03.example.org'], '22'],
  ['web[08:10]', ['web08', 'web09', 'web10'], undefined],
  ['web[1:6:2]', ['web1', 'web3', 'web5'], undefined],
  ['web[:2]', ['web0', 'web1', 'web2'], undefined],
  ['rack-[a:c]', ['rack-a', 'rack-b', 'rack-c'], undefined],
  ['rack-[y:B]', ['rack-y', 'rack-z', 'rack-A', 'rack-B'], undefined],
  ['[a:b][1:2]', ['a1', 'a2', 'b1', 'b2'], undefined],
])('%s', (pattern, names, port) => {
  expect(expandHostPattern(pattern, 'f:1')).toEqual({ names, ...(port ? { port } : {}) });
});

test.each([
  'web[3:1]',
  'web[01:1]',
  'web[1:]',
  'web[1]',
  'web[]',
  'web[1:3:0]',
  'web[1:2:3:4]',
  'web[a:3]',
  'web[ab:cd]',
  'web[c:a]',
])('%s is no range', (pattern) => {
  expect(() => expandHostPattern(pattern, 'hosts:7')).toThrow(
    /^hosts:7: expected a range such as \[1:9\].*, got "\[/,
  );
});

test.each(['web[1:3', 'web]1', '[[1:2]]'])('%s has a bracket too many', (pattern) => {
  expect(() => expandHostPattern(pattern, 'hosts:7')).toThrow(
    /expected (every “\[” of a range|a range such as)/,
  );
});

test.each(['w[1:99999999]', 'w[1:999][1:999]', 'w[0:18446744073709551616]'])('%s is too much', (pattern) => {
  expect(() => expandHostPattern(pattern, 'hosts:7')).toThrow(
    'expected at most 100000 hosts from one range, got more',
  );
});

test('a port is missing', () => {
  expect(() => expandHostPattern('web:', 'hosts:7')).toThrow('hosts:7: expected a port behind the colon');
});
