import { expect, test } from 'vitest';
import { freeAddress } from './bridge.ts';

const route = (network: string, mask: string) =>
  `eth0\t${network}\t00000000\t0001\t0\t0\t0\t${mask}\t0\t0\t0`;
const table = (...lines: readonly string[]) => ['Iface\tDestination\tGateway ...', ...lines].join('\n');

test('the default route is in nobody’s way', () => {
  expect(freeAddress(table(route('00000000', '00000000')))).toBe('10.213.0.1/24');
});

test('a network that is routed already is left out', () => {
  // 10.213.0.0/24, then 10.213.1.7/32.
  expect(freeAddress(table(route('0000D50A', '00FFFFFF'), route('0701D50A', 'FFFFFFFF')))).toBe(
    '10.213.2.1/24',
  );
});

test('where all of 10.0.0.0/8 is routed, another range is used', () => {
  expect(freeAddress(table(route('0000000A', '000000FF')))).toBe('172.29.0.1/24');
});
