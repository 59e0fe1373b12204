import { expect, test } from 'vitest';
import { parseStartTime, startTimeOf } from './process-identity.ts';

const after = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 189289 20';

test('the start time is field 22, also of a program whose name holds spaces and parentheses', () => {
  expect(parseStartTime(`77 (a) b (c) S ${after}`)).toBe('189289');
});

test('a zombie has ended', () => {
  expect(parseStartTime(`77 (dockerd) Z ${after}`)).toBeUndefined();
});

test('this process has a start time that stays the same, one that cannot be has none', () => {
  expect(startTimeOf(process.pid)).toMatch(/./);
  expect(startTimeOf(process.pid)).toBe(startTimeOf(process.pid));
  expect(startTimeOf(2 ** 31 - 1)).toBeUndefined();
});
