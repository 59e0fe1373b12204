import { expect, test } from 'vitest';
import { matchPromise } from './promised-output.ts';

const adding = 'Adding user "openstack" ...\nDone. Don\'t forget to grant the user permissions';

test('takes a trailing ... to the letter first', () => {
  expect(matchPromise(['Adding user "openstack" ...'], adding)).toBe('literally');
});

test('reads ... within a line as the rest of it', () => {
  expect(matchPromise(['Setting permissions ...'], 'Setting permissions for user "openstack"')).toBe(
    'with-elision',
  );
});

test('reads ... on a line of its own as any lines', () => {
  expect(matchPromise(['first', '...', 'last'], 'first\na\nb\nlast\n')).toBe('with-elision');
  expect(matchPromise(['first', '...', 'last'], 'first\nlast\n')).toBe('with-elision');
});

test('does not match other words', () => {
  expect(matchPromise(['Creating user "openstack" ...'], adding)).toBe('no');
});

test('does not match lines that are torn apart', () => {
  expect(matchPromise(['a', 'b'], 'a\nx\nb')).toBe('no');
});

test('takes nothing in a promise for a pattern', () => {
  expect(matchPromise(['a.c (d) ...'], 'abc d e')).toBe('no');
});
