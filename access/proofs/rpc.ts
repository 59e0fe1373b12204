import type { Evidence, Judgement } from '../../model/evidence.ts';
import type { AccessEvidence } from '../access-evidence.ts';
import type { TransientQueues } from '../access-result.ts';
import { describeRefusal } from '../amqp-refusal.ts';
import type { Proof } from './proof.ts';
import { type RpcEvidence, type RpcRun, transientRefusal } from './rpc-run.ts';
import type { RpcTraffic } from './rpc-traffic.ts';
import { broken, kept, refused, untriedAfter, withLeftBehind } from './verdicts.ts';

const expected = 'a call, its reply and a fanout cast, laid out as oslo.messaging does, arrive byte for byte';

/** Remote calls need all three permissions at once, and the default exchange for replies. */
export const rpc: Proof = {
  id: 'access.rpc',
  title: 'Two connections can call each other as OpenStack services do',
  judge({ account, rpc: gathered }): Judgement {
    if (!gathered) return untriedAfter(expected, 'access.login');
    const { byDefault, durable } = gathered.value;
    const leftBehind = [...byDefault.leftBehind, ...(durable?.leftBehind ?? [])];
    return withLeftBehind(judgeRun(durable ?? byDefault, account), leftBehind);
  },
  durationMs: ({ rpc: gathered }) => gathered?.durationMs ?? 0,
};

function judgeRun({ declared, layout }: RpcRun, account: AccessEvidence['account']): Judgement {
  if (!declared.ok) return refused(expected, declared.refusal, account);
  const { traffic } = declared.value;
  if (!traffic.ok) return refused(expected, traffic.refusal, account);
  const changed = changesIn(traffic.value);
  if (changed.length === 0) return kept(expected, `request, reply and fanout cast arrived, with ${layout}`);
  return broken(
    expected,
    `arrived changed: ${changed.join(', ')}`,
    'Look for what changes messages in this vhost.',
  );
}

function changesIn({ passages, correlationId }: RpcTraffic): string[] {
  const changed: string[] = passages
    .filter(({ sent, arrived }) => !sent.equals(arrived))
    .map(({ what }) => what);
  return correlationId.sent === correlationId.arrived ? changed : [...changed, 'correlation id'];
}

/** Whether the broker takes queues as oslo.messaging declares them by default. */
export function judgeTransientQueues(evidence: RpcEvidence | undefined): Evidence<TransientQueues> {
  if (!evidence) return { known: false, reason: 'access.login failed' };
  const { declared } = evidence.byDefault;
  if (declared.ok) return { known: true, value: { outcome: 'allowed' } };
  const refusal = transientRefusal(evidence.byDefault);
  if (refusal?.code === undefined) return { known: false, reason: describeRefusal(declared.refusal) };
  return { known: true, value: { outcome: 'refused', code: refusal.code, text: refusal.text } };
}
