import { expect, test } from 'vitest';
import { cutMiddle, xmlText } from './xml-text.ts';

test('characters that XML 1.0 forbids are replaced, all others stay', () => {
  expect(xmlText('a\ud800b\udc00c\ufffed\uffffe')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  expect(xmlText('😀 é ]]> <&> "')).toBe('😀 é ]]> <&> "');
});

test('a text within the limit stays whole', () => {
  expect(cutMiddle('x'.repeat(100), 'a.txt', 100)).toBe('x'.repeat(100));
});

test('a longer text keeps both ends and says where the whole is', () => {
  const text = `${'a'.repeat(80)}${'b'.repeat(80)}`;
  expect(cutMiddle(text, 'transcripts/debian-12.txt', 100)).toBe(
    `${'a'.repeat(50)}\n… 60 bytes cut; whole text in transcripts/debian-12.txt\n${'b'.repeat(50)}`,
  );
});

test('a cut inside a character leaves no broken one', () => {
  expect(cutMiddle('é'.repeat(100), 'a.txt', 50)).toBe(
    `${'é'.repeat(12)}\n… 150 bytes cut; whole text in a.txt\n${'é'.repeat(12)}`,
  );
});
