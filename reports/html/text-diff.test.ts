import { expect, test } from 'vitest';
import { diffText } from './text-diff.ts';

/** A difference in lines that a test can be read by; what is marked stands in brackets. */
function told(expected: string, got: string): string[] {
  const signs = { both: ' ', expected: '-', got: '+' };
  return diffText(expected, got).map(({ side, pieces }) => {
    const text = pieces.map((piece) => (piece.changed ? `[${piece.text}]` : piece.text)).join('');
    return `${signs[side]} ${text}`;
  });
}

test('of lines that are alike, the words that differ are marked', () => {
  expect(told('Creating user "openstack" ...', 'Adding user "openstack" ...\nDone.')).toEqual([
    '- [Creating] user "openstack" ...',
    '+ [Adding] user "openstack" ...',
    '+ Done.',
  ]);
});

test('lines that have little in common are shown whole', () => {
  expect(told('exit code 0', 'the service did not start')).toEqual([
    '- exit code 0',
    '+ the service did not start',
  ]);
});

test('what both have stays where it is', () => {
  expect(told('a\nb\nc', 'a\nc\nd')).toEqual(['  a', '- b', '  c', '+ d']);
});

test('texts that differ everywhere cost no more than reading them', () => {
  const lines = (word: string) => Array.from({ length: 1200 }, (_, index) => `${word} ${index}`).join('\n');
  const diff = diffText(lines('a'), lines('b'));
  expect(diff.filter(({ side }) => side === 'expected')).toHaveLength(1200);
  expect(diff.filter(({ side }) => side === 'got')).toHaveLength(1200);
});
