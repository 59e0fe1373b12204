import { expect, test } from 'vitest';
import type { Action, Procedure } from '../model/procedure.ts';
import { readsAlike } from './reads-alike.ts';

const where = { file: 'guide.rst', line: 1 };
const command = (line: string): Action => ({
  kind: 'command',
  id: 'step.1.1',
  text: line,
  where,
  command: line,
  prompt: '#',
});
const edit = (line: string): Action => ({
  kind: 'edit-file',
  id: 'step.1.2',
  text: 'Edit',
  where,
  path: '/f',
  language: 'ini',
  lines: [line],
});
const told: Action = { kind: 'explanation', text: 'Why.', where };
const procedure = (...actions: readonly Action[]): Procedure => ({
  tag: 'debian',
  guide: { path: 'guide.rst', sha256: '' },
  title: 'Set up',
  steps: [{ number: 1, title: 'Do it', where, actions }],
  replaceables: [],
});

test('only lines and words that ask for nothing have changed', () => {
  const moved = { ...command('a'), where: { ...where, line: 9 } };
  expect(readsAlike(procedure(command('a')), procedure(told, moved), [])).toBe(true);
});

test('a command was added on purpose', () => {
  const after = procedure(command('reload'), command('sudo restart'), command('a'));
  expect(readsAlike(procedure(command('a')), after, ['reload', 'restart'])).toBe(true);
});

test.each([
  ['a line of output would be typed', procedure(command('a'), command('b'), edit('x'))],
  ['a command is gone', procedure(edit('x'))],
  ['an edit has other lines', procedure(command('a'), edit('y'))],
])('it is noticed that %s', (_, after) => {
  expect(readsAlike(procedure(command('a'), edit('x')), after, ['reload'])).toBe(false);
});
