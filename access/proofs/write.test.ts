import { expect, test } from 'vitest';
import { after, evidence, no, undeclared } from './evidence.fixture.ts';
import { write } from './write.ts';

test('a message that was routed and confirmed is a pass', () => {
  expect(write.judge(evidence({}))).toMatchObject({ outcome: 'pass' });
});

test('a refused publish fails', () => {
  expect(write.judge(evidence({ used: { written: after(no()) } }))).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: '403 ACCESS_REFUSED - no (something)',
  });
});

test('a message that came back unrouted fails', () => {
  const written = after(no({ kind: 'undelivered', code: 312, text: 'basic.return: NO_ROUTE' }));
  expect(write.judge(evidence({ used: { written } }))).toMatchObject({
    outcome: 'fail',
    actual: '312 basic.return: NO_ROUTE (something)',
  });
});

test('a broker that blocks publishers fails, and the fix is not a permission', () => {
  const written = after(no({ kind: 'blocked', text: 'connection.blocked: low on memory' }));
  const judgement = write.judge(evidence({ used: { written } }));
  expect(judgement.outcome).toBe('fail');
  expect(judgement.fix).toContain('alarms');
});

test('a binding that lacks write on the queue fails here', () => {
  const bound = after(no({ text: "ACCESS_REFUSED - write access to queue 'q' in vhost '/' refused" }));
  expect(write.judge(evidence({ used: { bound } }))).toMatchObject({ outcome: 'fail' });
});

test('a binding that lacks read on the exchange does not fail here', () => {
  const bound = after(no({ text: "ACCESS_REFUSED - access to exchange 'e' in vhost '/' refused" }));
  expect(write.judge(evidence({ used: { bound } }))).toMatchObject({ outcome: 'pass' });
});

test('a connection that breaks proves nothing', () => {
  const written = after(no({ kind: 'lost' }));
  expect(write.judge(evidence({ used: { written } }))).toMatchObject({ outcome: 'could-not-check' });
});

test('without a queue or a login it could not be checked', () => {
  expect(write.judge(undeclared())).toMatchObject({
    outcome: 'could-not-check',
    reason: 'access.configure failed',
  });
  expect(write.judge(evidence({ login: no() }))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'access.login failed',
  });
});
