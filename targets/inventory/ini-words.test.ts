import { expect, test } from 'vitest';
import { iniValue, iniWords } from './ini-words.ts';

// The same as Python's `shlex.split(line, comments=True)`.
test.each([
  ['h a=1  b=2', ['h', 'a=1', 'b=2']],
  ['h a="b c"\td=\'e "f\'', ['h', 'a=b c', 'd=e "f']],
  ['h a=b"c d"e', ['h', 'a=bc de']],
  ['h a="b\\"c\\d"', ['h', 'a=b"c\\d']],
  ['h a=b\\ c', ['h', 'a=b c']],
  ['h a=1 # b=2', ['h', 'a=1']],
  ['h a=1#b', ['h', 'a=1']],
  ['h a="1#b"', ['h', 'a=1#b']],
  ['h a=""', ['h', 'a=']],
  ['# h', []],
])('%s', (line, words) => {
  expect(iniWords(line)).toEqual(words);
});

test.each(['h a="b', "h a='b", 'h \\'])('%s is left open', (line) => {
  expect(iniWords(line)).toBeUndefined();
});

test.each([
  ['ops', 'ops'],
  ['"ops"', 'ops'],
  ["'ops' # who", 'ops'],
  ['22 # ssh', '22'],
  ['ops # who', 'ops # who'],
  ['"a"b"', '"a"b"'],
])('the value %s', (text, value) => {
  expect(iniValue(text)).toBe(value);
});
