import { expect, test } from 'vitest';
import { addressOf, networkOwner, parseInspection } from './container-inspection.ts';

interface Given {
  readonly mode?: string;
  readonly ports?: unknown;
  readonly networks?: unknown;
}

function container({ mode = 'bridge', ports = {}, networks = {} }: Given) {
  const inspection = parseInspection(
    JSON.stringify([
      {
        State: { Status: 'running', Running: true, Paused: false },
        HostConfig: { NetworkMode: mode },
        NetworkSettings: { Ports: ports, Networks: networks },
      },
    ]),
  );
  if (!inspection) throw new Error('expected an inspection');
  return inspection;
}

const at = (HostIp: string, HostPort = '32771') => ({ '5672/tcp': [{ HostIp, HostPort }] });
const own = { bridge: { IPAddress: '172.17.0.2' } };

test.each([
  ['published on loopback', { ports: at('127.0.0.1'), networks: own }, '127.0.0.1', 32771],
  ['published on every address', { ports: at('0.0.0.0'), networks: own }, '127.0.0.1', 32771],
  ['published by Podman', { ports: at('') }, '127.0.0.1', 32771],
  ['published on IPv6', { ports: at('::') }, '::1', 32771],
  [
    'not published',
    { ports: { '5672/tcp': null, '22/tcp': [{ HostIp: '', HostPort: '1' }] }, networks: own },
    '172.17.0.2',
    5672,
  ],
  [
    'no word of the port',
    { networks: { none: { IPAddress: '' }, v6: { GlobalIPv6Address: 'fd00::2' } } },
    'fd00::2',
    5672,
  ],
  ['on its host’s network', { mode: 'host', ports: null }, '127.0.0.1', 5672],
])('%s', (_, given, hostname, port) => {
  expect(addressOf(container(given), 5672, undefined)).toEqual({ hostname, port });
});

test.each([
  ['published', { ports: at('0.0.0.0') }, { hostname: 'far', port: 32771 }],
  ['published on one address', { ports: at('10.1.1.1') }, { hostname: '10.1.1.1', port: 32771 }],
  ['published on that host’s loopback only', { ports: at('127.0.0.1'), networks: own }, undefined],
  ['not published', { networks: own }, undefined],
  ['on its host’s network', { mode: 'host' }, { hostname: 'far', port: 5672 }],
])('with an engine on another host: %s', (_, given, address) => {
  expect(addressOf(container(given), 5672, 'far')).toEqual(address);
});

test('a container without any address has none', () => {
  expect(addressOf(container({ networks: { slirp4netns: {} } }), 5672, undefined)).toBeUndefined();
});

test('another container’s network is known by its owner', () => {
  expect(networkOwner(container({ mode: 'container:4f2a' }))).toBe('4f2a');
  expect(networkOwner(container({}))).toBeUndefined();
});

test.each(['', '[]', '{"State":{}}', 'Error'])('%j is not understood', (text) => {
  expect(parseInspection(text)).toBeUndefined();
});
