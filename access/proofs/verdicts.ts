import type { Judgement } from '../../model/evidence.ts';
import type { AccessEvidence } from '../access-evidence.ts';
import type { AccessId } from '../access-result.ts';
import { describeRefusal, provesFailure, type Refusal } from '../amqp-refusal.ts';
import type { LeftBehind } from '../cleanup.ts';

/** The promise was kept. */
export function kept(expected: string, actual: string): Judgement {
  return { outcome: 'pass', severity: 'error', expected, actual };
}

/** The broker answered, and the answer is not what was promised. */
export function broken(expected: string, actual: string, fix: string): Judgement {
  return { outcome: 'fail', severity: 'error', expected, actual, fix };
}

/** What a refusal after the login means: a fail when it proves one, otherwise `could-not-check`. */
export function refused(expected: string, refusal: Refusal, account: AccessEvidence['account']): Judgement {
  const seen = describeRefusal(refusal);
  return provesFailure(refusal) ? broken(expected, seen, fixFor(refusal, account)) : untried(expected, seen);
}

/** Access refused: the reply code for a missing permission, and for a wrong user name or password (AMQP 0-9-1, 1.1). */
export const accessRefused = 403;

function fixFor({ kind, code }: Refusal, account: AccessEvidence['account']): string {
  if (code === accessRefused) return permissionsFix(account);
  if (kind === 'blocked')
    return 'Free memory or disk space; on the controller `rabbitmq-diagnostics alarms` says which.';
  return "Read the broker's log on the controller for the reason.";
}

/** Nothing can be said; `reason` tells why. */
export function untried(expected: string, reason: string): Judgement {
  return { outcome: 'could-not-check', severity: 'error', expected, reason };
}

/** Nothing can be said, because a proof that this one builds on did not succeed. */
export function untriedAfter(expected: string, id: AccessId): Judgement {
  return untried(expected, `${id} failed`);
}

/** Adds what could not be removed: a kept promise becomes a fail of severity `warning`, any other result gets a remark. */
export function withLeftBehind(judgement: Judgement, leftBehind: readonly LeftBehind[]): Judgement {
  if (leftBehind.length === 0) return judgement;
  const names = leftBehind.map(({ object }) => `${object.kind} ${object.name}`).join(', ');
  const why = leftBehind.map(({ refusal }) => describeRefusal(refusal))[0] ?? '';
  const remark = `may be left on the broker: ${names}; cleaning up ended with ${why}`;
  if (judgement.outcome !== 'pass') {
    return { ...judgement, reason: judgement.reason ? `${judgement.reason}; ${remark}` : remark };
  }
  const fix =
    'Delete what is named here, unless it has gone: unused queues of the proof expire after a minute.';
  return { ...judgement, outcome: 'fail', severity: 'warning', actual: remark, fix };
}

/** The guide's own command that gives the three permissions. */
export function permissionsFix({ username, vhost }: AccessEvidence['account']): string {
  const place = vhost === '/' ? '' : `-p ${vhost} `;
  return `On the controller run: rabbitmqctl set_permissions ${place}${username} ".*" ".*" ".*"`;
}
