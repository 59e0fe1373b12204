import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { passwordChecks } from './index.ts';
import { passwordCases } from './password-case.ts';
import { plain, quoted } from './password-form.ts';

test.each(passwordCases)('a shell gives back $password when it is quoted', ({ password }) => {
  const script = `printf %s ${quoted.write(password)}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(password);
});

test('the plain form is the password itself', () => {
  expect(passwordCases.map(({ password }) => plain.write(password))).toEqual(
    passwordCases.map(({ password }) => password),
  );
});

test('every case is checked in both forms, under an id of its own', () => {
  const ids = passwordChecks.map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['password.dollar', 'password.dollar.quoted']);
  expect(new Set(ids).size).toBe(2 * passwordCases.length);
});
