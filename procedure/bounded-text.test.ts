import { expect, test } from 'vitest';
import { boundedText } from './bounded-text.ts';

test('keeps what fits whole', () => {
  const text = boundedText(10);
  for (const chunk of ['0123', '456789', 'abcdefghij']) text.append(chunk);
  expect(`${text}`).toBe('0123456789abcdefghij');
});

test('keeps beginning and end of what does not fit, and says how much is missing', () => {
  const text = boundedText(10);
  for (let chunk = 0; chunk < 1_000; chunk += 1) text.append('0123456789');
  expect(`${text}`).toBe('0123456789\n[… 9980 characters cut …]\n0123456789');
});
