import { expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

test('shows what came in, with three lines around it', () => {
  expect(unifiedDiff('/f', 'a\nb\nc\nd\ne\nf\ng\nh\n', 'a\nb\nc\nd\nX\ne\nf\ng\nh\n')).toBe(
    ['--- /f', '+++ /f', '@@ -2,6 +2,7 @@', ' b', ' c', ' d', '+X', ' e', ' f', ' g'].join('\n'),
  );
});

test('shows what was put in the place of what', () => {
  expect(unifiedDiff('/f', 'a\nb\n', 'a\nc\n')).toBe('--- /f\n+++ /f\n@@ -1,2 +1,2 @@\n a\n-b\n+c');
});

test('shows a file that was empty', () => {
  expect(unifiedDiff('/f', '', 'a\n')).toBe('--- /f\n+++ /f\n@@ -0,0 +1,1 @@\n+a');
});

test('counts repeated lines once', () => {
  expect(unifiedDiff('/f', 'a\na\n', 'a\na\na\n')).toBe('--- /f\n+++ /f\n@@ -1,2 +1,3 @@\n a\n a\n+a');
});

test('shows nothing where nothing changed', () => {
  expect(unifiedDiff('/f', 'a\n', 'a\n')).toBe('');
});
