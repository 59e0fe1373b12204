import { expect, test } from 'vitest';
import { evidence, no, refusal, run, traffic } from './evidence.fixture.ts';
import { judgeTransientQueues, rpc } from './rpc.ts';
import type { RpcRun } from './rpc-run.ts';
import type { RpcTraffic } from './rpc-traffic.ts';

const transientText = 'INTERNAL_ERROR - Feature `transient_nonexcl_queues` is deprecated.';
const refusedTransient: RpcRun = { ...run, declared: no({ code: 541, text: transientText }) };
const withQuorum: RpcRun = { ...run, layout: 'quorum queues' };

function carrying(change: Partial<RpcTraffic>): RpcRun {
  return {
    ...run,
    declared: { ok: true, value: { traffic: { ok: true, value: { ...traffic, ...change } } } },
  };
}

test('a call that arrives byte for byte is a pass in the default layout', () => {
  const gathered = evidence({});
  expect(rpc.judge(gathered)).toMatchObject({
    outcome: 'pass',
    actual: 'request, reply and fanout cast arrived, with transient queues',
  });
  expect(judgeTransientQueues(gathered)).toEqual({ known: true, value: { outcome: 'allowed' } });
});

test('refused transient queues are a fact of their own, and the call counts with durable ones', () => {
  const gathered = evidence({ rpc: { byDefault: refusedTransient, durable: withQuorum } });
  expect(rpc.judge(gathered)).toMatchObject({
    outcome: 'pass',
    actual: 'request, reply and fanout cast arrived, with quorum queues',
  });
  expect(judgeTransientQueues(gathered)).toEqual({
    known: true,
    value: { outcome: 'refused', code: 541, text: transientText },
  });
});

test('any other refusal of the layout fails and says nothing about transient queues', () => {
  const gathered = evidence({ rpc: { byDefault: { ...run, declared: no() } } });
  expect(rpc.judge(gathered)).toMatchObject({
    outcome: 'fail',
    actual: '403 ACCESS_REFUSED - no (something)',
  });
  expect(judgeTransientQueues(gathered)).toEqual({
    known: false,
    reason: '403 ACCESS_REFUSED - no (something)',
  });
});

test('a refused message fails although the queues were allowed', () => {
  const byDefault: RpcRun = { ...run, declared: { ok: true, value: { traffic: no() } } };
  const gathered = evidence({ rpc: { byDefault } });
  expect(rpc.judge(gathered)).toMatchObject({ outcome: 'fail' });
  expect(judgeTransientQueues(gathered)).toMatchObject({ known: true });
});

test('a changed body or correlation id fails and is named', () => {
  const changed = { what: 'reply', sent: Buffer.from('a'), arrived: Buffer.from('b') } as const;
  const reply = evidence({ rpc: { byDefault: carrying({ passages: [changed] }) } });
  expect(rpc.judge(reply)).toMatchObject({ outcome: 'fail', actual: 'arrived changed: reply' });
  const correlationId = { sent: 'one', arrived: 'undefined' };
  const id = evidence({ rpc: { byDefault: carrying({ correlationId }) } });
  expect(rpc.judge(id)).toMatchObject({ outcome: 'fail', actual: 'arrived changed: correlation id' });
});

test('a broker that is gone by the time of the call proves nothing', () => {
  const byDefault: RpcRun = { ...run, declared: no({ kind: 'port-closed', during: 'login' }) };
  expect(rpc.judge(evidence({ rpc: { byDefault } }))).toMatchObject({ outcome: 'could-not-check' });
});

test('what is left behind turns a pass into a warning that names it whole', () => {
  const name = 'reply_guideproof.00000000-0000-0000-0000-000000000000';
  const leftBehind = [{ object: { kind: 'queue', name } as const, refusal: refusal({ kind: 'lost' }) }];
  const judgement = rpc.judge(evidence({ rpc: { byDefault: { ...run, leftBehind } } }));
  expect(judgement).toMatchObject({ outcome: 'fail', severity: 'warning' });
  expect(judgement.actual).toContain(name);
});

test('without a login nothing could be checked', () => {
  const gathered = evidence({ login: no() });
  expect(rpc.judge(gathered)).toMatchObject({ outcome: 'could-not-check', reason: 'access.login failed' });
  expect(judgeTransientQueues(gathered)).toMatchObject({ known: false });
});
