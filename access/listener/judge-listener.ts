import type { Judgement } from '../../model/evidence.ts';
import { describeSighting, type ListenerSighting } from './listener-sighting.ts';
import type { ListenerQuestion } from './sight-listener.ts';

/** Where a listener was looked for, and whether it was to speak TLS. */
export type ListenerPlace = Omit<ListenerQuestion, 'timeoutMs'>;

/**
 * The requirement `listener.amqp` as far as the wire shows it. What cannot be reached could not be checked: from here a
 * firewall that drops packets looks like a broker that is gone. A port that is closed or that is something else fails.
 */
export function judgeListener(sighting: ListenerSighting, place: ListenerPlace): Judgement {
  const expected = `RabbitMQ speaks AMQP 0-9-1${place.tls ? ' through TLS' : ''} on ${place.hostname} port ${place.port}`;
  const seen = describeSighting(sighting);
  const base = { severity: 'error', expected } as const;
  const unknown = whyUnknown(sighting, place);
  if (unknown) return { ...base, outcome: 'could-not-check', reason: unknown };
  const fix = fixFor(sighting, place);
  return fix ? { ...base, outcome: 'fail', actual: seen, fix } : { ...base, outcome: 'pass', actual: seen };
}

function whyUnknown(sighting: ListenerSighting, { hostname, port, tls }: ListenerPlace): string | undefined {
  const place = `${hostname} port ${port}`;
  if (sighting.seen === 'unknown-name') return `${hostname}: ${sighting.reason}`;
  if (sighting.seen === 'unreachable') {
    return `${place} could not be reached: ${sighting.reason}; a firewall on the way looks the same from here`;
  }
  if (sighting.seen === 'tls' && tls)
    return `${place}: ${describeSighting(sighting)}; nothing is known of what is behind`;
  return undefined;
}

/** What to do about it; undefined when it is as it should be. */
function fixFor(sighting: ListenerSighting, { port, tls }: ListenerPlace): string | undefined {
  const isRabbit = sighting.seen === 'amqp' && sighting.product === 'RabbitMQ';
  if (isRabbit && sighting.tls === tls) return undefined;
  if (isRabbit || sighting.seen === 'tls' || sighting.seen === 'no-tls')
    return `Use ${tls ? 'amqp' : 'amqps'}:// for this port, or ${listen(tls, port)}.`;
  if (sighting.seen === 'closed') return `See that rabbitmq-server runs; ${listen(tls, port)}.`;
  if (sighting.seen === 'silence' || sighting.seen === 'hang-up') {
    return 'See that rabbitmq-server runs, and read its log; look for a proxy in front of it that has nowhere to go.';
  }
  return `Look for what else uses port ${port} (ss -ltnp on the controller), and ${listen(tls, port)}.`;
}

function listen(tls: boolean, port: number): string {
  return `let RabbitMQ listen here: ${tls ? 'listeners.ssl' : 'listeners.tcp'}.default = ${port} in rabbitmq.conf`;
}
