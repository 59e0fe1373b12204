import { readDefinitions } from './broker.ts';
import type { Definitions } from './definitions.ts';
import { addUser } from './guide-commands.ts';
import { noUser } from './guide-silence.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';

/** The broker knows the user that OpenStack's services log in as. */
export const userExists = defineRequirement({
  id: 'user.exists',
  title: 'The user of the OpenStack services exists',
  severity: 'error',
  claim: 'user',
  needs: { keys: ['user'], otherwise: noUser },
  gather: readDefinitions,
  judge: judgeUser,
});

function judgeUser({ users }: Definitions, expectations: Asking<'user'>): Verdict {
  const { user } = expectations;
  const expected = `a RabbitMQ user ${user}`;
  if (users.some(({ name }) => name === user)) return { outcome: 'pass', expected, actual: expected };
  const names = users.map(({ name }) => name).sort();
  const actual = names.length === 0 ? 'no users at all' : `only ${shortList(names)}`;
  return { outcome: 'fail', expected, actual, fix: addUser(expectations) };
}

function shortList(names: readonly string[]): string {
  const rest = names.length - 5;
  return names.slice(0, 5).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
