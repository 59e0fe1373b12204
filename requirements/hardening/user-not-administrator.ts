import { readDefinitions } from '../broker.ts';
import { commandLine } from '../command-line.ts';
import type { Definitions } from '../definitions.ts';
import { noUser } from '../guide-silence.ts';
import { type Asking, defineRequirement, type Verdict } from '../requirement.ts';

/** The user of OpenStack's services cannot administer the broker. */
export const userNotAdministrator = defineRequirement({
  id: 'user.not-administrator',
  title: 'The user of the OpenStack services is no administrator',
  severity: 'warning',
  claim: 'user',
  source: { title: 'RabbitMQ, “Access Control”', url: 'https://www.rabbitmq.com/docs/access-control' },
  needs: { keys: ['user'], otherwise: noUser },
  gather: readDefinitions,
  judge: judgeTags,
});

function judgeTags({ users }: Definitions, { user }: Asking<'user'>): Verdict {
  const expected = `${user} without the tag administrator`;
  const found = users.find(({ name }) => name === user);
  if (!found) return { outcome: 'could-not-check', expected, reason: 'because user.exists failed' };
  const actual =
    found.tags.length === 0 ? `${user} has no tags` : `${user} has the tags ${found.tags.join(', ')}`;
  if (!found.tags.includes('administrator')) return { outcome: 'pass', expected, actual };
  const rest = found.tags.filter((tag) => tag !== 'administrator');
  return {
    outcome: 'fail',
    expected,
    actual,
    fix: commandLine(['rabbitmqctl', 'set_user_tags', user, ...rest]),
  };
}
