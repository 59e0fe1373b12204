import { expect, test } from 'vitest';
import type { ReadEvidence } from '../access-evidence.ts';
import { after, evidence, no, undeclared } from './evidence.fixture.ts';
import { read } from './read.ts';

const sent = Buffer.from([0, 0x80, 0xff]);
const intact: ReadEvidence = { sent, got: sent, consumed: sent, emptied: true };

function judge(change: Partial<ReadEvidence>) {
  return read.judge(evidence({ used: { read: after({ ok: true, value: { ...intact, ...change } }) } }));
}

test('the same bytes by get and by consume, and an empty queue, are a pass', () => {
  expect(judge({})).toMatchObject({ outcome: 'pass' });
});

test.each([
  ['changed by get', { got: Buffer.from([0, 0x80, 0xfe]) }, 'get gave 3 bytes'],
  ['changed by consume', { consumed: Buffer.from([0]) }, 'consume gave 1 bytes'],
  ['not acknowledged', { emptied: false }, 'still in the queue'],
])('a message %s fails', (_, change, actual) => {
  const judgement = judge(change);
  expect(judgement.outcome).toBe('fail');
  expect(judgement.actual).toContain(actual);
});

test('an empty queue fails after a confirmed message, and proves nothing without one', () => {
  const empty = after({ ok: true, value: { sent, emptied: true } } as const);
  expect(read.judge(evidence({ used: { read: empty } }))).toMatchObject({ outcome: 'fail' });
  expect(read.judge(evidence({ used: { read: empty, written: after(no()) } }))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'access.write failed',
  });
});

test('a refused get fails, also when nothing could be written', () => {
  const refused = after(no());
  expect(read.judge(evidence({ used: { read: refused } }))).toMatchObject({ outcome: 'fail' });
  expect(read.judge(evidence({ used: { read: refused, written: refused } }))).toMatchObject({
    outcome: 'fail',
  });
});

test('a binding that lacks read on the exchange fails here', () => {
  const bound = after(no({ text: "ACCESS_REFUSED - read access to exchange 'e' in vhost '/' refused" }));
  expect(read.judge(evidence({ used: { bound } }))).toMatchObject({ outcome: 'fail' });
});

test('a connection blocked for its publishing proves nothing about reading', () => {
  const blocked = after(no({ kind: 'blocked' }));
  expect(read.judge(evidence({ used: { read: blocked } }))).toMatchObject({
    outcome: 'could-not-check',
    reason: 'access.write failed',
  });
});

test('without a queue or a login it could not be checked', () => {
  expect(read.judge(undeclared())).toMatchObject({ reason: 'access.configure failed' });
  expect(read.judge(evidence({ login: no() }))).toMatchObject({ reason: 'access.login failed' });
});
