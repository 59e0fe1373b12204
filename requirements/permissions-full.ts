import { readDefinitions } from './broker.ts';
import type { Definitions } from './definitions.ts';
import { reachOf } from './full-pattern.ts';
import { addUser, clearTopicPermissions, setPermissions } from './guide-commands.ts';
import { noPermissions } from './guide-silence.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';

/** The user may do on its virtual host what the guide grants, which is everything. */
export const permissionsFull = defineRequirement({
  id: 'permissions.full',
  title: 'The user may configure, write and read everything',
  severity: 'error',
  claim: 'permissions',
  needs: { keys: ['user', 'permissions'], otherwise: noPermissions },
  gather: readDefinitions,
  judge: judgePermissions,
});

type Expected = Asking<'user' | 'permissions'>;

interface Grant {
  readonly label: string;
  readonly pattern: string;
  readonly wanted: string;
}

function judgePermissions(broker: Definitions, expectations: Expected): Verdict {
  const { user, vhost, permissions } = expectations;
  const { configure, write, read } = permissions;
  const expected = `configure "${configure}", write "${write}", read "${read}" for ${user} on vhost ${vhost}`;
  const missing = judgeMissing(broker, expectations);
  if (missing) return { expected, ...missing };
  const names = judgeGrants(namePermissions(broker, expectations));
  if (names.outcome === 'fail') return { expected, ...names, fix: setPermissions(expectations) };
  const topics = judgeGrants(topicPermissions(broker, expectations));
  if (topics.outcome === 'fail') return { expected, ...topics, fix: clearTopicPermissions(expectations) };
  return { expected, ...(topics.outcome === 'pass' ? names : topics) };
}

function judgeMissing(broker: Definitions, expectations: Expected): Verdict | undefined {
  const { user, vhost } = expectations;
  const fix = setPermissions(expectations);
  if (!broker.users.some(({ name }) => name === user)) {
    return { outcome: 'fail', actual: `there is no user ${user}`, fix: `${addUser(expectations)} && ${fix}` };
  }
  const granted = broker.permissions.filter((permission) => permission.user === user);
  if (granted.some((permission) => permission.vhost === vhost)) return undefined;
  const others = granted.map((permission) => permission.vhost).sort();
  const only = others.length === 0 ? 'nor on any other' : `only on ${others.join(', ')}`;
  const known = broker.vhosts.some(({ name }) => name === vhost) ? '' : ', which does not exist';
  return { outcome: 'fail', actual: `${user} has no permissions on vhost ${vhost}${known}, ${only}`, fix };
}

function judgeGrants(grants: readonly Grant[]): Verdict {
  const reaches = grants.map((grant) => ({ ...grant, reach: reachOf(grant.pattern, grant.wanted) }));
  const short = reaches.flatMap(({ label, pattern, reach }) => {
    if (reach.reach === 'no-name') return [`${label} is "${pattern}", which matches no name`];
    return reach.reach === 'some-names' ? [`${label} is "${pattern}", which misses ${reach.missed}`] : [];
  });
  if (short.length > 0) return { outcome: 'fail', actual: short.join('; ') };
  const actual = grants.map(({ label, pattern }) => `${label} "${pattern}"`).join(', ');
  const unclear = reaches.find(({ reach }) => reach.reach === 'unclear');
  if (unclear === undefined) return { outcome: 'pass', actual };
  const reason = `whether ${unclear.label} "${unclear.pattern}" matches every name that "${unclear.wanted}" does cannot be told`;
  return { outcome: 'could-not-check', actual, reason };
}

function namePermissions(broker: Definitions, expectations: Expected): readonly Grant[] {
  const { permissions: wanted } = expectations;
  return held(broker.permissions, expectations).flatMap(({ configure, write, read }) => [
    { label: 'configure', pattern: configure, wanted: wanted.configure },
    { label: 'write', pattern: write, wanted: wanted.write },
    { label: 'read', pattern: read, wanted: wanted.read },
  ]);
}

/** Topic permissions, where there are any, narrow routing keys further (RabbitMQ, “Topic Authorisation”). */
function topicPermissions(broker: Definitions, expectations: Expected): readonly Grant[] {
  return held(broker.topic_permissions, expectations).flatMap(({ exchange, write, read }) => [
    { label: `topic write on ${exchange}`, pattern: write, wanted: '.*' },
    { label: `topic read on ${exchange}`, pattern: read, wanted: '.*' },
  ]);
}

function held<Entry extends { user: string; vhost: string }>(
  entries: readonly Entry[],
  { user, vhost }: Expected,
): readonly Entry[] {
  return entries.filter((entry) => entry.user === user && entry.vhost === vhost);
}
