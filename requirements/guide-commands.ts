import { commandLine } from './command-line.ts';
import type { Expectations } from './expectations.ts';

/** The guide's command that adds the user; RABBIT_PASS is the guide's own replaceable, never a real password. */
export function addUser({ user }: Expectations): string {
  return commandLine(['rabbitmqctl', 'add_user', user, 'RABBIT_PASS']);
}

/** The guide's command that grants access; `-p` only for a virtual host that is not RabbitMQ's default. */
export function setPermissions(expectations: Expectations): string {
  const { user, configure, write, read } = expectations;
  const start = commandLine(['rabbitmqctl', 'set_permissions', ...onVhost(expectations), user]);
  return `${start} "${configure}" "${write}" "${read}"`;
}

/** Takes away what narrows routing keys; the guide never sets any (rabbitmqctl(8), `clear_topic_permissions`). */
export function clearTopicPermissions(expectations: Expectations): string {
  return commandLine(['rabbitmqctl', 'clear_topic_permissions', ...onVhost(expectations), expectations.user]);
}

function onVhost({ vhost }: Expectations): readonly string[] {
  return vhost === '/' ? [] : ['-p', vhost];
}
