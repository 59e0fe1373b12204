import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const dedented = (text: string) => linted(text, 'dedented-block');
const code = '.. code-block:: console\n\n   # rabbitmqctl status\n';
const expected = (line: number) =>
  `expected indentation that makes it part of the item on line ${line}, got none`;

test('a code block at the column of its step is found, at the last step and under an only too', () => {
  expect(dedented(`1. Look:\n\n${code}\n2. Look again:\n\n ${code.replaceAll('\n ', '\n  ')}`)).toEqual([
    `3 code block: ${expected(1)}`,
    `9 code block: ${expected(7)}`,
  ]);
  expect(dedented(`1. Look:\n\n.. only:: rdo\n\n   ${code.replaceAll('\n ', '\n    ')}`)).toEqual([
    `5 code block (for rdo): ${expected(1)}`,
  ]);
  expect(dedented(`1. See:\n\n   * Look:\n\n   ${code.replaceAll('\n ', '\n    ')}`)).toEqual([
    `5 code block: ${expected(3)}`,
  ]);
});

test('prose that interrupts a count is found, and the code block rather than the prose beside it', () => {
  expect(dedented('1. Look.\n\nLook well.\n\n2. Look again.\n')).toEqual([`3 paragraph: ${expected(1)}`]);
  expect(dedented(`1. Look:\n\nLook well.\n\n${code}\n2. Look again.\n`)).toEqual([
    `5 code block: ${expected(1)}`,
  ]);
});

test('what is indented, what stands for itself and what another sentence announces is fine', () => {
  expect(dedented(`1. Look:\n\n   ${code.replaceAll('\n ', '\n    ')}\nThat is all.\n`)).toEqual([]);
  expect(dedented(`1. Look.\n\nThen see this:\n\n${code}\n1. Look again.\n`)).toEqual([]);
  expect(dedented('* One thing.\n\nAs it were.\n\n* Another.\n')).toEqual([]);
  expect(dedented('1. One count.\n\nAnd then.\n\n1. Another.\n')).toEqual([]);
});
