import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const block = (language: string, ...lines: string[]) =>
  linted(
    `1. Look:\n\n   .. code-block:: ${language}\n\n${lines.map((line) => `      ${line}\n`).join('')}`,
    'console-prompt',
  );

const expected = 'expected a prompt (#, $ or a program’s own) before what is typed, got';

test('a block without a prompt is found, and so are lines before the first prompt and a prompt with nothing behind it', () => {
  expect(block('console', 'rabbitmqctl status')).toEqual([`5 ${expected} “rabbitmqctl status”`]);
  expect(block('bash', 'rabbitmqctl status', '# rabbitmqctl report')).toEqual([
    `5 ${expected} “rabbitmqctl status”`,
  ]);
  expect(block('console', '#', 'rabbitmqctl status', 'rabbitmqctl report')).toEqual([
    `6 ${expected} “rabbitmqctl status”`,
  ]);
});

test('any prompt will do, and what is no terminal needs none', () => {
  expect(block('console', '# rabbitmqctl status', 'Status', '$ sudo rabbitmqctl report')).toEqual([]);
  expect(block('console', 'mysql> SELECT user', '    -> FROM user;')).toEqual([]);
  expect(block('ini', '[Socket]')).toEqual([]);
});
