import type { ObjectsEvidence } from '../access-evidence.ts';
import type { Refusal } from '../amqp-refusal.ts';

/**
 * The refusal of a binding, if it is for lack of the given permission. Binding needs write on the queue and read on the
 * exchange, and the broker's text names the one of them that it refused (https://www.rabbitmq.com/docs/access-control).
 */
export function bindRefusedFor(
  permission: 'write' | 'read',
  bound: ObjectsEvidence['bound'],
): Refusal | undefined {
  if (!bound || bound.value.ok || bound.value.refusal.kind !== 'refused') return undefined;
  const lacking = /access to exchange/.test(bound.value.refusal.text) ? 'read' : 'write';
  return permission === lacking ? bound.value.refusal : undefined;
}
