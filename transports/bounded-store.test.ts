import { expect, test } from 'vitest';
import { boundedStore, cutMark, textOf } from './bounded-store.ts';

test('keeps what fits, whole', () => {
  const { stdout, stderr } = boundedStore(4);
  const euro = Buffer.from('€');
  stdout.push(euro.subarray(0, 1));
  stdout.push(euro.subarray(1));
  stdout.push('a');
  expect(textOf(stdout)).toBe('€a');
  expect(textOf(stderr)).toBe('');
});

test('cuts what does not fit, and says so once', () => {
  const { stdout } = boundedStore(4);
  for (const chunk of ['abc', 'def', 'ghi']) stdout.push(Buffer.from(chunk));
  expect(textOf(stdout)).toBe(`abcd${cutMark}`);
});

test('says so too when the cut falls between two chunks', () => {
  const { stdout } = boundedStore(4);
  for (const chunk of ['abcd', 'e']) stdout.push(chunk);
  expect(textOf(stdout)).toBe(`abcd${cutMark}`);
});
