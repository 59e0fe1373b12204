import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

test('text is folded at spaces, behind its first and its further indentation', () => {
  expect(wrap('aaaa bbbb cccc dddd eeee ffff', 26, '  x  ', '     ')).toEqual([
    '  x  aaaa bbbb cccc dddd',
    '     eeee ffff',
  ]);
});

test('a word longer than a line stays whole, and line ends stay', () => {
  const long = 'x'.repeat(50);
  expect(wrap(`${long} a\nb`, 30, '')).toEqual([long, 'a', 'b']);
});
