import { amqp10Header, amqp091Header } from './greeting.ts';
import type { ListenerSighting } from './listener-sighting.ts';
import { look, type Place, type Tongue } from './look.ts';

/** What answers on a port, and in how many milliseconds it must be known. */
export interface ListenerQuestion extends Place {
  /** Whether TLS is expected there. */
  readonly tls: boolean;
  readonly timeoutMs: number;
}

/**
 * Finds out what answers on a port, without logging in. It is asked as a client of AMQP 0-9-1 would, which takes half of
 * the time at most; where that gives no clear answer, the same with TLS instead of without or the reverse; and last in
 * other tongues. Never throws and ends within `timeoutMs`.
 */
export async function sightListener({
  timeoutMs,
  tls,
  ...place
}: ListenerQuestion): Promise<ListenerSighting> {
  const ask = (tongues: readonly Tongue[], share: number) => firstClear(place, tongues, timeoutMs * share);
  const sighting = await ask([{ tls, words: amqp091Header }], 1 / 2);
  if (!unclear.has(sighting.seen)) return sighting;
  const other = await ask([{ tls: !tls, words: amqp091Header }], 1 / 4);
  if (!unclear.has(other.seen)) return other;
  return mostTelling([await ask(otherTongues, 1 / 4), other, sighting]);
}

/** What speaks first in HTTP (RFC 9112, 3). */
const httpRequest = Buffer.from('GET / HTTP/1.0\r\n\r\n');

const otherTongues: readonly Tongue[] = [true, false].flatMap((tls) =>
  [amqp10Header, httpRequest].map((words) => ({ tls, words })),
);

/** Answers that leave open what the peer is, the most telling first. */
const unclear: ReadonlySet<ListenerSighting['seen']> = new Set([
  'tls',
  'silence',
  'hang-up',
  'no-tls',
  'unreachable',
]);

/** Asks in all tongues at once: the first clear answer, or the one that tells most. */
async function firstClear(
  place: Place,
  tongues: readonly Tongue[],
  timeoutMs: number,
): Promise<ListenerSighting> {
  const enough = new AbortController();
  // AbortSignal.any() holds its signals weakly: one of AbortSignal.timeout() that nobody else holds may never fire.
  const timer = setTimeout(() => enough.abort(), timeoutMs);
  const clear: ListenerSighting[] = [];
  const answers = await Promise.all(
    tongues.map(async (tongue) => {
      const sighting = await look(place, tongue, enough.signal);
      if (unclear.has(sighting.seen)) return sighting;
      clear.push(sighting);
      enough.abort();
      return sighting;
    }),
  );
  clearTimeout(timer);
  return clear[0] ?? mostTelling(answers);
}

function mostTelling(sightings: readonly ListenerSighting[]): ListenerSighting {
  const ranks = [...unclear];
  const rank = ({ seen }: ListenerSighting): number => ranks.indexOf(seen);
  return sightings.reduce((best, next) => (rank(next) < rank(best) ? next : best));
}
