import { expect, test } from 'vitest';
import { sudoEnd, withSudo } from './sudo.ts';

const result = (exitCode: number, stderr = '') => ({ exitCode, stdout: '', stderr, durationMs: 1 });

test('asks nobody, speaks English, and leaves the command its own options', () => {
  expect(withSudo(['stat', '-c', '%F'])).toEqual(['env', 'LC_ALL=C', 'sudo', '-n', '--', 'stat', '-c', '%F']);
});

test.each([
  [1, 'sudo: a password is required\n', 'a password is required'],
  [1, 'sudo: sorry, you must have a tty to run sudo\n', 'you must have a tty'],
  [
    1,
    'sudo: unable to resolve host x: Unknown host\nsudo: a password is required\n',
    'a password is required',
  ],
  [
    1,
    "Sorry, user ops is not allowed to execute '/usr/bin/stat x' as root on c.\n",
    'is not allowed to execute',
  ],
  [1, 'Sorry, user ops may not run sudo on controller.\n', 'may not run sudo'],
  [1, 'ops is not in the sudoers file.\n', 'not in the sudoers file'],
  [1, "sudo: I'm sorry ops. I'm afraid I can't do that\n", "I'm afraid"],
  [1, 'sudo: /etc/sudo.conf is owned by uid 1000, should be 0\n', 'should be 0'],
  [127, 'env: ‘sudo’: No such file or directory\n', 'sudo is not there'],
  [127, 'sh: 1: sudo: not found\n', 'sudo is not there'],
  [127, 'bash: line 1: sudo: command not found\n', 'sudo is not there'],
  [126, "env: 'sudo': Permission denied\n", 'may not be run'],
])('a refusal (%i, %j)', (exitCode, stderr, words) => {
  expect(sudoEnd(result(exitCode, stderr))).toEqual({ refused: expect.stringContaining(words) });
});

test.each([
  result(0, 'sudo: unable to resolve host controller: Name or service not known\n'),
  result(1, 'stat: cannot statx: No such file or directory\n'),
  result(1, 'sudo: unable to resolve host controller: Name or service not known\nstat: cannot statx\n'),
  result(127, 'env: ‘rabbitmqctl’: No such file or directory\n'),
  result(64, 'Error: this command requires the app to be running\n'),
])('the command’s own end: %j', (own) => {
  expect(sudoEnd(own)).toEqual(own);
});

test('a program that sudo does not find, or cannot start, ends as under a shell', () => {
  expect(sudoEnd(result(1, 'sudo: rabbitmqctl: command not found\n'))).toMatchObject({ exitCode: 127 });
  expect(sudoEnd(result(1, "sudo: 'rabbitmqctl': command not found\n"))).toMatchObject({ exitCode: 127 });
  expect(sudoEnd(result(1, 'sudo: unable to execute /x: Permission denied\n'))).toMatchObject({
    exitCode: 126,
  });
});
