import type { Judgement } from '../model/evidence.ts';
import type { AuditResult } from './audit-result.ts';

/** What must hold before a check can say anything of its own; a check that is not named here stands alone. */
export const prerequisites: Readonly<Record<string, readonly string[]>> = {
  'package.installed': ['controller.reachable'],
  'service.active': ['package.installed'],
  'service.enabled': ['package.installed'],
  'node.running': ['service.active'],
  'listener.amqp': ['node.running'],
  'user.exists': ['node.running'],
  'permissions.full': ['user.exists'],
  'epmd.address': ['controller.reachable'],
  'access.login': ['listener.amqp', 'user.exists'],
  'access.configure': ['access.login', 'permissions.full'],
  'access.write': ['access.configure', 'permissions.full', 'alarms.none'],
  'access.read': ['access.write', 'permissions.full'],
  'access.rpc': ['access.configure', 'access.write', 'access.read'],
  'password.replaced': ['listener.amqp', 'user.exists'],
  'guest.absent': ['node.running'],
  'user.not-administrator': ['user.exists'],
  'alarms.none': ['node.running'],
  'tls.listener': ['node.running'],
  'limits.file-descriptors': ['service.active'],
  'cookie.private': ['package.installed'],
  'queues.transient-allowed': ['node.running'],
};

/** Passes that are none where something else fails: who does not exist cannot log in with any password. */
const emptyWithout: ReadonlyMap<string, string> = new Map([['password.replaced', 'user.exists']]);

type Staged = Pick<AuditResult, 'id' | 'judgement' | 'after'>;

/** What came of each check, and what comes before it. */
interface Known {
  readonly outcomes: ReadonlyMap<string, Judgement['outcome']>;
  readonly before: (id: string) => readonly string[];
}

/**
 * Tells a cause from its consequences: what failed because something before it failed, or could not be checked because
 * something before it did not pass, could not be checked “because of” the first cause. A pass stays a pass unless there was
 * nothing that could have failed, and so does a fail that was seen although something before it could not be looked at.
 */
export function stage<Result extends Staged>(results: readonly Result[]): Result[] {
  const after = new Map(results.map((result) => [result.id, result.after ?? []]));
  const known: Known = {
    outcomes: new Map(results.map(({ id, judgement }) => [id, judgement.outcome])),
    before: (id) => [...(prerequisites[id] ?? []), ...(after.get(id) ?? [])],
  };
  return results.map((result) => {
    const cause = causeOf(result, known);
    return cause === undefined ? result : { ...result, judgement: consequence(result.judgement, cause) };
  });
}

interface Cause {
  readonly id: string;
  readonly failed: boolean;
}

function causeOf({ id, judgement: { outcome } }: Staged, known: Known): Cause | undefined {
  const empty = outcome === 'pass' && known.outcomes.get(emptyWithout.get(id) ?? '') === 'fail';
  if (outcome !== 'fail' && outcome !== 'could-not-check' && !empty) return undefined;
  const causes = rootsOf(id, known);
  const failed = causes.find((cause) => cause.failed);
  return failed ?? (outcome === 'could-not-check' ? causes[0] : undefined);
}

/** The earliest of everything before a check that did not pass; what passed by its own evidence ends the search. */
function rootsOf(id: string, known: Known): readonly Cause[] {
  return known.before(id).flatMap((before) => {
    const outcome = known.outcomes.get(before);
    if (outcome === 'pass') return [];
    const earlier = rootsOf(before, known);
    if (earlier.some((root) => root.failed)) return earlier;
    if (outcome === 'fail') return [{ id: before, failed: true }];
    if (outcome === 'could-not-check' && earlier.length === 0) return [{ id: before, failed: false }];
    return earlier;
  });
}

function consequence({ fix: _, ...judgement }: Judgement, { id, failed }: Cause): Judgement {
  const seen = judgement.outcome === 'could-not-check' ? judgement.reason : undefined;
  const because = `because ${id} ${failed ? 'failed' : 'could not be checked'}`;
  // What failed explains the rest, and whatever is said of a machine that cannot be reached is that once more.
  const explained = failed || id === 'controller.reachable';
  const more = seen !== undefined && !explained && !isConsequence(seen);
  const reason = more ? `${because} (${seen})` : because;
  return { ...judgement, outcome: 'could-not-check', reason };
}

/** Whoever gathers evidence may know by himself that it builds on something else, and says no more than that. */
function isConsequence(reason: string): boolean {
  return reason.startsWith('because ') || /^\S+ failed$/.test(reason);
}
