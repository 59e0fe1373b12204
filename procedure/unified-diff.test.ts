import { expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

const diff = (before: string, after: string): string =>
  unifiedDiff({ path: '/f', text: before }, { path: '/f', text: after });

test('shows what came in, with three lines around it', () => {
  expect(diff('a\nb\nc\nd\ne\nf\ng\nh\n', 'a\nb\nc\nd\nX\ne\nf\ng\nh\n')).toBe(
    ['--- /f', '+++ /f', '@@ -2,6 +2,7 @@', ' b', ' c', ' d', '+X', ' e', ' f', ' g', ''].join('\n'),
  );
});

test('shows what was put in the place of what', () => {
  expect(diff('a\nb\n', 'a\nc\n')).toBe('--- /f\n+++ /f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
});

test('shows a file that was empty', () => {
  expect(diff('', 'a\n')).toBe('--- /f\n+++ /f\n@@ -0,0 +1,1 @@\n+a\n');
});

test('shows a last line that has no end', () => {
  expect(diff('a', 'b')).toBe(
    '--- /f\n+++ /f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
  );
});

test('shows nothing where nothing changed', () => {
  expect(diff('a\n', 'a\n')).toBe('');
});
