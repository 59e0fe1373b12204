import type { Refusal } from '../amqp-refusal.ts';
import type { Attempt } from '../attempt.ts';

/**
 * The refusal of a binding, if it is for lack of the given permission. Binding needs write on the queue and read on the
 * exchange, and the broker's text names the one of them that it refused (https://www.rabbitmq.com/docs/access-control).
 */
export function bindRefusedFor(permission: 'write' | 'read', bound: Attempt): Refusal | undefined {
  if (bound.ok || bound.refusal.kind !== 'refused') return undefined;
  const lacking = bound.refusal.text.includes('access to exchange') ? 'read' : 'write';
  return permission === lacking ? bound.refusal : undefined;
}
