import { expect, test } from 'vitest';
import { chooseValues } from './replaceable-values.ts';

const facts = { managementAddress: '172.17.0.2' };
const replaceable = (name: string) => ({ name, usedAt: [{ file: 'guide.rst', line: 3 }] });

test('makes a new password each time, secret, and plain enough for any shell', () => {
  const first = chooseValues([replaceable('RABBIT_PASS')], facts);
  const second = chooseValues([replaceable('RABBIT_PASS')], facts);
  expect(first.values.get('RABBIT_PASS')).toMatch(/^[A-Za-z0-9]{24}$/);
  expect(first.values.get('RABBIT_PASS')).not.toBe(second.values.get('RABBIT_PASS'));
  expect(first.secrets).toEqual(first.values);
});

test('puts the address of the machine, which is no secret', () => {
  const { values, secrets } = chooseValues([replaceable('MANAGEMENT_INTERFACE_IP_ADDRESS')], facts);
  expect(values.get('MANAGEMENT_INTERFACE_IP_ADDRESS')).toBe('172.17.0.2');
  expect(secrets.size).toBe(0);
});

test('takes a value for what it does not know, and says so', () => {
  const { values, accommodations } = chooseValues([replaceable('REGION_NAME')], facts);
  expect(values.get('REGION_NAME')).toMatch(/^guideproof-\w{8}$/);
  expect(accommodations[0]).toMatchObject({ id: 'replaceable.REGION_NAME', where: { line: 3 } });
});
