import { commandLine } from './command-line.ts';
import type { Asking } from './requirement.ts';

/** The guide's command that adds the user; RABBIT_PASS is the guide's own replaceable, never a real password. */
export function addUser({ user }: Asking<'user'>): string {
  return commandLine(['rabbitmqctl', 'add_user', user, 'RABBIT_PASS']);
}

/** The guide's command that grants access; `-p` only for a virtual host that is not RabbitMQ's default. */
export function setPermissions(expectations: Asking<'user' | 'permissions'>): string {
  const { configure, write, read } = expectations.permissions;
  const start = commandLine(['rabbitmqctl', 'set_permissions', ...onVhost(expectations), expectations.user]);
  return [start, ...[configure, write, read].map(inQuotes)].join(' ');
}

/** Takes away what narrows routing keys; the guide never sets any (rabbitmqctl(8), `clear_topic_permissions`). */
export function clearTopicPermissions(expectations: Asking<'user'>): string {
  return commandLine(['rabbitmqctl', 'clear_topic_permissions', ...onVhost(expectations), expectations.user]);
}

function onVhost({ vhost }: Asking<never>): readonly string[] {
  return vhost === '/' ? [] : ['-p', vhost];
}

/** In double quotes as the guide has it, unless a shell would read something else in them. */
function inQuotes(pattern: string): string {
  return /["$`\\!]/.test(pattern) ? commandLine([pattern]) : `"${pattern}"`;
}
