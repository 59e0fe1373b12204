import type { Evidence } from '../../model/evidence.ts';
import type { ReadTransport } from '../../transports/read-transport.ts';
import { readDefinitions } from '../broker.ts';
import { type BrokerSetting, readBrokerSettings } from '../broker-settings.ts';
import type { Expectations } from '../expectations.ts';
import { known } from '../read-evidence.ts';
import { defineRequirement, type Verdict } from '../requirement.ts';

/** The user that every RabbitMQ has after installation, with a password that everybody knows, is gone. */
export const guestAbsent = defineRequirement({
  id: 'guest.absent',
  title: 'RabbitMQ’s default user guest does not exist',
  severity: 'warning',
  claim: 'user',
  source: {
    title: 'RabbitMQ, “Production Deployment Guidelines”',
    url: 'https://www.rabbitmq.com/docs/production-checklist#users',
  },
  gather: gatherGuest,
  judge: judgeGuest,
});

interface Guest {
  readonly exists: boolean;
  readonly settings: Evidence<readonly BrokerSetting[]>;
}

async function gatherGuest(controller: ReadTransport, expected: Expectations): Promise<Evidence<Guest>> {
  const [definitions, settings] = await Promise.all([
    readDefinitions(controller, expected),
    readBrokerSettings(controller),
  ]);
  if (!definitions.known) return definitions;
  return known({ exists: definitions.value.users.some(({ name }) => name === 'guest'), settings });
}

function judgeGuest({ exists, settings }: Guest): Verdict {
  const expected = 'no user guest';
  if (!exists) return { outcome: 'pass', expected, actual: expected };
  const actual = `there is a user guest; ${settings.known ? reachOfGuest(settings.value) : `whether it may log in from other machines is not known (${settings.reason})`}`;
  return { outcome: 'fail', expected, actual, fix: 'rabbitmqctl delete_user guest' };
}

/** RabbitMQ keeps guest to the machine itself unless it is told whom else to keep there, or nobody (“Access Control”). */
function reachOfGuest(settings: readonly BrokerSetting[]): string {
  const told = settings.filter(({ key }) => /^loopback_users(?:\.|$)/.test(key));
  const unread = told.find(({ value }) => value === undefined);
  if (unread)
    return `${unread.file} mentions loopback_users, so whether it may log in from other machines is not known`;
  if (told.length === 0) return 'it may log in from this machine alone, as is RabbitMQ’s default';
  const own = told.findLast(({ key }) => key === 'loopback_users.guest');
  if (own?.value === 'true') return `it may log in from this machine alone, as ${own.file} says`;
  const said = own ?? told.at(-1);
  return `it may log in from other machines: ${said?.file} says ${said?.key} = ${said?.value}`;
}
