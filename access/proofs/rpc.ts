import type { Evidence, Judgement } from '../../model/evidence.ts';
import type { AccessEvidence, Manner } from '../access-evidence.ts';
import type { AccessId, TransientQueues } from '../access-result.ts';
import { describeRefusal } from '../amqp-refusal.ts';
import { bindRefusedFor } from './bind-refusal.ts';
import type { Proof } from './proof.ts';
import { type RpcRun, transientRefusal } from './rpc-run.ts';
import type { RpcTraffic } from './rpc-traffic.ts';
import { broken, kept, refused, untriedAfter, withLeftBehind } from './verdicts.ts';

const promises = {
  lasting: 'a call, its reply and a fanout cast, laid out as oslo.messaging does, arrive byte for byte',
  traceless: 'a call and its reply between two connections arrive byte for byte',
} satisfies Record<Manner, string>;

/** Remote calls need all three permissions at once, and the default exchange for replies. */
export const rpc: Proof = {
  id: 'access.rpc',
  title: 'Two connections can call each other as OpenStack services do',
  judge(evidence): Judgement {
    const { account, manner, rpc: gathered } = evidence;
    const expected = promises[manner];
    if (!gathered) return untriedAfter(expected, rootOf(evidence));
    const { byDefault, durable } = gathered.value;
    const leftBehind = [...byDefault.leftBehind, ...(durable?.leftBehind ?? [])];
    return withLeftBehind(judgeRun(expected, durable ?? byDefault, account), leftBehind);
  },
  durationMs: ({ rpc: gathered }) => gathered?.durationMs ?? 0,
};

/** The proof without which no call was tried. */
function rootOf({ objects }: AccessEvidence): AccessId {
  if (!objects) return 'access.login';
  if (!objects.used) return 'access.configure';
  return bindRefusedFor('read', objects.used.bound.value) ? 'access.read' : 'access.write';
}

function judgeRun(
  expected: string,
  { declared, layout }: RpcRun,
  account: AccessEvidence['account'],
): Judgement {
  if (!declared.ok) return refused(expected, declared.refusal, account);
  const { traffic } = declared.value;
  if (!traffic.ok) return refused(expected, traffic.refusal, account);
  const changed = changesIn(traffic.value);
  if (changed.length === 0) {
    const arrived = conjunction.format(traffic.value.passages.map(({ what }) => what));
    return kept(expected, `${arrived} arrived, with ${layout}`);
  }
  return broken(
    expected,
    `arrived changed: ${changed.join(', ')}`,
    'Look for what changes messages in this vhost.',
  );
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function changesIn({ passages, correlationId }: RpcTraffic): string[] {
  const changed: string[] = passages
    .filter(({ sent, arrived }) => !sent.equals(arrived))
    .map(({ what }) => what);
  return correlationId.sent === correlationId.arrived ? changed : [...changed, 'correlation id'];
}

/** Whether the broker takes queues as oslo.messaging declares them by default. */
export function judgeTransientQueues({ manner, rpc: gathered }: AccessEvidence): Evidence<TransientQueues> {
  if (manner === 'traceless')
    return { known: false, reason: 'a proof without trace declares no such queues' };
  if (!gathered) return { known: false, reason: 'access.login failed' };
  const { declared } = gathered.value.byDefault;
  if (declared.ok) return { known: true, value: { outcome: 'allowed' } };
  const refusal = transientRefusal(gathered.value.byDefault);
  if (refusal?.code === undefined) return { known: false, reason: describeRefusal(declared.refusal) };
  return { known: true, value: { outcome: 'refused', code: refusal.code, text: refusal.text } };
}
