import { expect, test } from 'vitest';
import type { Refusal } from '../../access/amqp-refusal.ts';
import type { Attempt } from '../../access/attempt.ts';
import type { ShellResult } from '../../procedure/shell-result.ts';
import { judgePassword } from './judge-password.ts';
import type { PasswordEvidence } from './password-evidence.ts';

function no(over: Partial<Refusal> = {}): Attempt {
  const refusal: Refusal = { kind: 'refused', during: 'login', code: 403, text: 'ACCESS_REFUSED', ...over };
  return { ok: false, refusal };
}

function evidence(
  result: Partial<ShellResult> = { exitCode: 0 },
  over: Partial<PasswordEvidence> = {},
  stuck?: string,
): PasswordEvidence {
  const whole: ShellResult = { output: '', ended: 'itself', answered: [], durationMs: 1, ...result };
  const typed = { line: 'rabbitmqctl add_user …', result: whole, ...(stuck !== undefined && { stuck }) };
  return { typed, login: no(), ...over };
}

test.each([{ ok: true, value: undefined } as const, no({ code: 530, text: 'NOT_ALLOWED' })])(
  'a password that the broker takes is a pass, whatever it says of the vhost',
  (login) => {
    expect(judgePassword(evidence({}, { login }), undefined)).toMatchObject({ outcome: 'pass' });
  },
);

test('another password that is stored is named, and so is the form that works', () => {
  expect(judgePassword(evidence({ exitCode: 0 }, { stored: 'pay' }), "'pay$cash'")).toEqual({
    outcome: 'fail',
    severity: 'warning',
    command: 'rabbitmqctl add_user …',
    expected: 'the password typed is the one stored',
    actual: 'another password is stored: pay',
    fix: "Choose a password of letters and digits, or type it as 'pay$cash'",
  });
});

test('a form that nothing mends leaves letters and digits', () => {
  expect(judgePassword(evidence(), undefined)).toMatchObject({
    actual: 'another password is stored',
    fix: 'Choose a password of letters and digits.',
  });
});

test('a command that fails tells its exit code and its first words', () => {
  const output = '\r\n\u001b[1mError\u001b[0m: too many arguments\r\nUsage\r\n';
  expect(judgePassword(evidence({ exitCode: 64, output }), undefined).actual).toBe(
    'no password is stored: exit code 64, Error: too many arguments',
  );
});

test('a command that waits for its reader tells what for', () => {
  const judgement = judgePassword(evidence({ ended: 'shell-gone' }, {}, 'the shell waits'), undefined);
  expect(judgement).toMatchObject({ outcome: 'fail', actual: 'no password is stored: the shell waits' });
});

test('a command that does not end is a fail, a shell that ends proves nothing', () => {
  expect(judgePassword(evidence({ ended: 'by-timeout' }), undefined).actual).toBe(
    'no password is stored: the command did not end',
  );
  expect(judgePassword(evidence({ ended: 'shell-gone' }), undefined).outcome).toBe('could-not-check');
});

test('a broker that is gone proves nothing', () => {
  const login = no({ kind: 'port-closed', text: 'connection refused' });
  expect(judgePassword(evidence({}, { login }), undefined).outcome).toBe('could-not-check');
});
