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
 * Finds out what answers on a port, without logging in. It is asked as a client of AMQP 0-9-1 would; only where that
 * gives no clear answer, it is asked again in other tongues, all at once. Never throws and ends within `timeoutMs`.
 */
export async function sightListener({
  timeoutMs,
  tls,
  ...place
}: ListenerQuestion): Promise<ListenerSighting> {
  const first = await look(place, { tls, words: amqp091Header }, AbortSignal.timeout(timeoutMs / 2));
  return unclear.has(first.seen) ? askAgain(place, first, timeoutMs / 2) : first;
}

/** Answers that leave open what the peer is, the most telling first. */
const unclear: ReadonlySet<ListenerSighting['seen']> = new Set([
  'tls',
  'silence',
  'hang-up',
  'no-tls',
  'unreachable',
]);

/** What speaks first in HTTP (RFC 9112, 3). */
const httpRequest = Buffer.from('GET / HTTP/1.0\r\n\r\n');

const tongues: readonly Tongue[] = [true, false].flatMap((tls) =>
  [amqp091Header, amqp10Header, httpRequest].map((words) => ({ tls, words })),
);

/** The first clear answer; without one, the one that tells most. */
async function askAgain(place: Place, first: ListenerSighting, timeoutMs: number): Promise<ListenerSighting> {
  const clear = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), clear.signal]);
  let answer: ListenerSighting | undefined;
  const answers = await Promise.all(
    tongues.map(async (tongue) => {
      const sighting = await look(place, tongue, signal);
      if (unclear.has(sighting.seen) || answer) return sighting;
      answer = sighting;
      clear.abort();
      return sighting;
    }),
  );
  return answer ?? mostTelling([...answers, first]);
}

function mostTelling(sightings: readonly ListenerSighting[]): ListenerSighting {
  for (const seen of unclear) {
    const found = sightings.find((sighting) => sighting.seen === seen);
    if (found) return found;
  }
  throw new RangeError('expected at least one sighting');
}
