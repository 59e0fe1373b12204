import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const numbers = (text: string) => linted(text, 'numbering').map((line) => line.replace(' number', ''));
const items = (...markers: string[]) => numbers(markers.map((marker) => `${marker} Look.\n\n`).join(''));

test('numbers that skip, repeat or do not begin with one are found, each slip once', () => {
  expect(items('1.', '3.', '4.')).toEqual(['3: expected 2, got 3']);
  expect(items('1.', '2.', '2.', '3.')).toEqual(['5: expected 3, got 2']);
  expect(items('1.', '3.', '3.', '4.')).toEqual(['3: expected 2, got 3']);
  expect(items('2.', '3.')).toEqual(['1: expected 1, got 2']);
  expect(items('1.', '1.')).toEqual(['3: expected 2, got 1']);
});

test('a slip that only some readers see is theirs', () => {
  const text =
    '1. Look.\n\n.. only:: rdo or obs\n\n   2. Look.\n\n.. only:: not rdo\n\n   2. Look.\n\n3. Look.\n';
  expect(numbers(text)).toEqual(['9 (for obs): expected 3, got 2']);
});

test('a number that RST counts itself begins anew behind anything but an item, as its reader sees', () => {
  expect(items('#.', '#.', '#.')).toEqual([]);
  expect(numbers('#. Look.\n\n.. only:: rdo\n\n   #. Look.\n')).toEqual(['5 (for rdo): expected 2, got 1']);
  expect(numbers('#. Look.\n\nLook well.\n\n#. Look.\n')).toEqual(['5: expected 2, got 1']);
});

test('letters count as numbers do, inside a step', () => {
  expect(numbers('1. Look:\n\n   a. Here.\n   b. There.\n\n2. Look.\n')).toEqual([]);
  expect(numbers('1. Look:\n\n   a. Here.\n   c. There.\n')).toEqual(['4: expected 2, got 3']);
});

test('a count may begin anew under a title, or under a sentence that announces it', () => {
  expect(numbers('1. Look.\n\nThen\n----\n\n1. Look.\n')).toEqual([]);
  expect(numbers('1. Look.\n\nThen do this:\n\n1. Look.\n\n2. Look.\n')).toEqual([]);
});
