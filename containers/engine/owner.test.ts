import { expect, test } from 'vitest';
import { isAlive, ownerLabel } from './owner.ts';

const changed = (change: object) => JSON.stringify({ ...JSON.parse(ownerLabel()), ...change });

test('this process is alive, and one that started at another time under its pid is not', () => {
  expect(isAlive(ownerLabel())).toBe(true);
  expect(isAlive(changed({ started: '1' }))).toBe(false);
});

test('a process that has ended is dead', () => {
  expect(isAlive(ownerLabel(), () => undefined)).toBe(false);
});

test('nothing survives a restart of this machine', () => {
  expect(isAlive(changed({ boot: 'an earlier one' }))).toBe(false);
});

test.each([
  ['another machine', changed({ hostname: 'elsewhere', boot: 'other', started: '1' })],
  ['another table of processes', changed({ pids: 'pid:[1]', started: '1' })],
  ['a value that is not ours', 'somebody'],
])('of %s nothing is known: it counts as alive', (_, label) => {
  expect(isAlive(label)).toBe(true);
});
