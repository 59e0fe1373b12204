import { expect, test } from 'vitest';
import { redactor } from './redact.ts';

test('names the secret instead of showing it, the longest first', () => {
  const redact = redactor(
    new Map([
      ['SHORT', 'abc'],
      ['LONG', 'abcdef'],
    ]),
  );
  expect(redact('abcdef abc xabcx')).toBe('[LONG] [SHORT] x[SHORT]x');
});
