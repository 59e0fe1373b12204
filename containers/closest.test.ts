import { expect, test } from 'vitest';
import { closest } from './closest.ts';

test.each([
  ['debian-12', 'debian-12'],
  ['Debian12', 'debian-12'],
  ['debian-sdi', 'debian-sid'],
  ['ubuntu', undefined],
  ['', undefined],
])('%s is taken for %s', (word, meant) => {
  expect(closest(word, ['debian-sid', 'debian-12'])).toBe(meant);
});
