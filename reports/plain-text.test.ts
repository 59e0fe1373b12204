import { expect, test } from 'vitest';
import { oneLine, plainText } from './plain-text.ts';

test.each([
  ['colours', '\u001b[1;31mError\u001b[0m: no', 'Error: no'],
  ['a terminal title', '\u001b]0;title\u0007text', 'text'],
  ['what is left of colours', '[31mError[0m: no', 'Error: no'],
  ['progress bars', '10%\r100%\r\ndone', '10%\n100%\ndone'],
  ['other control characters', 'a\u0000b\u0007', 'a\ufffdb\ufffd'],
])('%s are taken out', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(['took [1ms]', 'every [5min', 'list[0]', '[openstack]\nline', 'tab\there'])(
  '%j stays as it is',
  (text) => {
    expect(plainText(text)).toBe(text);
  },
);

test('one line folds all white space', () => {
  expect(oneLine('  a\n\t b ')).toBe('a b');
});
