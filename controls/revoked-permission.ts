import { describeRefusal, provesFailure } from '../access/amqp-refusal.ts';
import type { Attempt } from '../access/attempt.ts';
import type { Operations } from '../access/try-operations.ts';
import { type DefinedControl, defineControl, type Verdict } from './control.ts';
import { type Permission, revocationsOf } from './revocations.ts';

/** The operation by which each permission is tried (https://www.rabbitmq.com/docs/access-control). */
const operations = { configure: 'declare', write: 'publish', read: 'get' } as const;
const permissions = ['configure', 'write', 'read'] as const satisfies readonly Permission[];

/** Access refused: the reply code for a missing permission (AMQP 0-9-1, 1.1). */
const accessRefused = 403;

/** A control that takes one permission away: what needs it must be refused, and nothing else. */
export function revokedPermission<const P extends Permission>(
  permission: P,
): DefinedControl<`control.revoked-${P}`, Operations> {
  return defineControl({
    id: `control.revoked-${permission}`,
    title: `Without ${permission} permission, ${operations[permission]} is refused and nothing else`,
    severity: 'error',
    promised: ['permissions'],
    needs: ['access.login', 'access.configure', 'access.write', 'access.read'],
    gather: async (site) => {
      const revocations = await revocationsOf(site);
      return revocations.known ? revocations.value[permission] : revocations;
    },
    judge: (tried) => judgeRevoked(permission, tried),
  });
}

function judgeRevoked(permission: Permission, tried: Operations): Verdict {
  const others = permissions.filter((other) => other !== permission).map((other) => operations[other]);
  const expected = `${operations[permission]} refused with ${accessRefused}, ${others.join(' and ')} allowed`;
  const actual = permissions.map((each) => `${operations[each]} ${became(tried[each])}`).join(', ');
  if (permissions.some((each) => isUnclear(tried[each])))
    return { outcome: 'could-not-check', expected, reason: actual };
  const bites = permissions.every((each) =>
    each === permission ? isAccessRefused(tried[each]) : tried[each].ok,
  );
  if (bites) return { outcome: 'pass', expected, actual };
  const fix =
    'See which auth_backends the broker asks, and which other permissions it knows: rabbitmqctl environment';
  return { outcome: 'fail', expected, actual, fix };
}

function became(attempt: Attempt<unknown>): string {
  return attempt.ok ? 'allowed' : describeRefusal(attempt.refusal);
}

function isUnclear(attempt: Attempt<unknown>): boolean {
  return !attempt.ok && !provesFailure(attempt.refusal);
}

function isAccessRefused(attempt: Attempt<unknown>): boolean {
  return !attempt.ok && attempt.refusal.kind === 'refused' && attempt.refusal.code === accessRefused;
}
