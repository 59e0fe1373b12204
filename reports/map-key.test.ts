import { expect, test } from 'vitest';
import { mapKey } from './map-key.ts';

test('a key is the same for the same values, another for others, and short whatever its values are', () => {
  const long = 'x'.repeat(20_000);
  expect(mapKey(['a', long, undefined])).toBe(mapKey(['a', long, undefined]));
  expect(mapKey(['a', `${long}1`])).not.toBe(mapKey(['a', `${long}2`]));
  expect(mapKey(['a', 'b'])).not.toBe(mapKey(['ab']));
  expect(mapKey([long]).length).toBeLessThanOrEqual(1_000);
});
