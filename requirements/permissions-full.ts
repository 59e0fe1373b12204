import { readDefinitions } from './broker.ts';
import type { Definitions } from './definitions.ts';
import type { Expectations } from './expectations.ts';
import { reachOf } from './full-pattern.ts';
import { defineRequirement, type Verdict } from './requirement.ts';

/** The user may configure, write and read everything on its virtual host. */
export const permissionsFull = defineRequirement({
  id: 'permissions.full',
  title: 'The user may configure, write and read everything',
  severity: 'error',
  claim: 'permissions',
  gather: readDefinitions,
  judge: judgePermissions,
});

function judgePermissions(broker: Definitions, expectations: Expectations): Verdict {
  const { user, vhost } = expectations;
  const expected = `configure ${expectations.configure}, write ${expectations.write}, read ${expectations.read} for ${user} on vhost ${vhost}`;
  const fix = setPermissions(expectations);
  const missing = missingGrant(broker, expectations);
  if (missing !== undefined) return { outcome: 'fail', expected, actual: missing, fix };

  const patterns = patternsOf(broker, expectations);
  const short = patterns.flatMap(({ label, pattern }) => {
    const reach = reachOf(pattern);
    return reach.reach === 'misses' ? [`${label} is ${quoted(pattern)}, which misses ${reach.name}`] : [];
  });
  if (short.length > 0) return { outcome: 'fail', expected, actual: short.join('; '), fix };
  const unclear = patterns.find(({ pattern }) => reachOf(pattern).reach === 'unclear');
  const actual = patterns.map(({ label, pattern }) => `${label} ${quoted(pattern)}`).join(', ');
  if (unclear === undefined) return { outcome: 'pass', expected, actual };
  const reason = `whether ${quoted(unclear.pattern)} matches every name cannot be told`;
  return { outcome: 'could-not-check', expected, actual, reason };
}

function missingGrant(broker: Definitions, { user, vhost }: Expectations): string | undefined {
  if (!broker.users.some(({ name }) => name === user)) return `there is no user ${user}`;
  if (!broker.vhosts.some(({ name }) => name === vhost)) return `there is no vhost ${vhost}`;
  const granted = broker.permissions.filter((permission) => permission.user === user);
  if (granted.some((permission) => permission.vhost === vhost)) return undefined;
  const others = granted.map((permission) => permission.vhost).sort();
  if (others.length === 0) return `${user} has no permissions on any vhost`;
  return `${user} has no permissions on vhost ${vhost}, only on ${others.join(', ')}`;
}

/** Topic permissions, where there are any, narrow routing keys further (RabbitMQ, “Topic Authorisation”). */
function patternsOf(broker: Definitions, { user, vhost }: Expectations) {
  const here = (entry: { user: string; vhost: string }) => entry.user === user && entry.vhost === vhost;
  const names = broker.permissions.filter(here).flatMap(({ configure, write, read }) => [
    { label: 'configure', pattern: configure },
    { label: 'write', pattern: write },
    { label: 'read', pattern: read },
  ]);
  const topics = broker.topic_permissions.filter(here).flatMap(({ exchange, write, read }) => [
    { label: `topic write on ${quoted(exchange)}`, pattern: write },
    { label: `topic read on ${quoted(exchange)}`, pattern: read },
  ]);
  return [...names, ...topics];
}

/** The guide's own command; `-p` only for a virtual host that is not RabbitMQ's default. */
function setPermissions({ user, vhost, configure, write, read }: Expectations): string {
  const on = vhost === '/' ? '' : `-p ${vhost} `;
  return `rabbitmqctl set_permissions ${on}${user} "${configure}" "${write}" "${read}"`;
}

function quoted(pattern: string): string {
  return `"${pattern}"`;
}
