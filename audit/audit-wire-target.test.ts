import { expect, test } from 'vitest';
import { answering, connectionClose, listen, loginAnswers } from '../access/amqp-peer.fixture.ts';
import { readAuditGuide } from './audit-guide.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { auditTarget } from './audit-target.ts';
import { unauditedTarget } from './unaudited-target.ts';

const questions: AuditQuestions = {
  guide: readAuditGuide(undefined),
  profile: 'guide',
  accessProof: true,
  passwordGuess: true,
  timeoutMs: 2_000,
  passwordOf: () => ({ known: true, value: 'correct horse' }),
};
const at = (port: number) =>
  ({ kind: 'wire', id: `amqp://127.0.0.1:${port}`, hostname: '127.0.0.1', port, tls: false }) as const;
const refusing = {
  ...loginAnswers,
  '10.11': () => connectionClose(403, 'ACCESS_REFUSED - no correct horse'),
};

async function outcomes(port: number, asked: Partial<AuditQuestions> = {}) {
  const audit = await auditTarget(at(port), { ...questions, ...asked }, new AbortController().signal);
  const told = audit.findings.map(({ id, outcome, reason }) => [id, { outcome, reason }] as const);
  return { audit, by: Object.fromEntries(told) };
}

test('of a broker that refuses the login, the listener is fine, the machine is not asked, and no secret is told', async () => {
  await using peer = await listen(answering(refusing));
  const { audit, by } = await outcomes(peer.port);
  expect(by['listener.amqp']?.outcome).toBe('pass');
  expect(by['access.login']?.outcome).toBe('fail');
  expect(by['access.rpc']).toEqual({
    outcome: 'could-not-check',
    reason: 'because access.login failed',
  });
  expect(by['package.installed']).toEqual({
    outcome: 'not-applicable',
    reason: expect.stringContaining('shows only what the wire shows'),
  });
  expect(audit.target).toMatchObject({ kind: 'controller', broker: { version: '3.10.8' } });
  expect(JSON.stringify(audit)).not.toContain('correct horse');
});

test('where nothing listens, that is the one failure', async () => {
  const peer = await listen(() => undefined);
  await peer[Symbol.asyncDispose]();
  const { by } = await outcomes(peer.port);
  expect(
    Object.entries(by)
      .filter(([, { outcome }]) => outcome === 'fail')
      .map(([id]) => id),
  ).toEqual(['listener.amqp']);
  expect(by['access.login']?.reason).toContain('because listener.amqp failed');
  expect(by['password.replaced']?.reason).toContain('because listener.amqp failed');
});

test('what was left out as asked does not apply, and without a password nothing is said to be fine', async () => {
  await using peer = await listen(answering(refusing));
  const passwordOf = () => ({ known: false, reason: 'no password was given' }) as const;
  const { by } = await outcomes(peer.port, { passwordOf, passwordGuess: false });
  expect(by['password.replaced']).toEqual({
    outcome: 'not-applicable',
    reason: 'left out as asked (--no-password-guess)',
  });
  expect(by['access.login']).toEqual({ outcome: 'could-not-check', reason: 'no password was given' });
  expect(by['listener.amqp']?.outcome).toBe('pass');
});

test('a target that was not reached owes the same findings', async () => {
  await using peer = await listen(answering(refusing));
  const { audit } = await outcomes(peer.port);
  const { findings } = unauditedTarget(at(peer.port), questions, 'interrupted');
  expect(findings.map(({ id }) => id)).toEqual(audit.findings.map(({ id }) => id));
  expect(new Set(findings.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
    new Set(['could-not-check interrupted']),
  );
});
