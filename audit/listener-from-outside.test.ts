import { expect, test } from 'vitest';
import type { ListenerSighting } from '../access/listener/listener-sighting.ts';
import type { Judgement } from '../model/evidence.ts';
import { seenFromOutside, withoutListener } from './listener-from-outside.ts';

const inside = {
  pass: { outcome: 'pass', severity: 'error', expected: 'a listener', actual: 'listening on ::' },
  fail: { outcome: 'fail', severity: 'error', actual: 'nothing listens', fix: 'Start it.' },
  unknown: { outcome: 'could-not-check', severity: 'error', reason: 'a stranger listens' },
} as const satisfies Record<string, Judgement>;
const rabbit = { seen: 'amqp', product: 'RabbitMQ', version: '3.10.8', tls: false } as const;
const http = { seen: 'http', banner: 'HTTP/1.0 400', tls: false } as const;
const judge = (seen: keyof typeof inside, sighting: ListenerSighting) =>
  seenFromOutside(inside[seen], { sighting, hostname: '127.0.0.1', port: 32768, machinePort: 5672 });

test('what RabbitMQ itself says from outside settles it, unless the machine knows better', () => {
  expect(judge('pass', rabbit)).toBe(inside.pass);
  expect(judge('unknown', rabbit)).toMatchObject({
    outcome: 'pass',
    actual: 'RabbitMQ 3.10.8 speaks AMQP 0-9-1',
  });
  expect(judge('fail', rabbit)).toBe(inside.fail);
});

test.each([
  [http, 'the peer speaks HTTP'],
  [{ ...rabbit, tls: true }, 'through TLS'],
  [{ seen: 'silence' }, 'accepts connections and says nothing'],
  [{ seen: 'hang-up' }, 'closed the connection without a word'],
] as const)('%o fails, whatever the machine thinks of its socket', (sighting, words) => {
  for (const seen of ['pass', 'unknown'] as const) {
    expect(judge(seen, sighting)).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining(words),
      fix: expect.stringMatching(/\S/),
    });
  }
  expect(judge('pass', sighting).fix).not.toContain('32768');
  expect(judge('pass', sighting).actual).toContain('; on the machine itself: listening on ::');
});

test.each([
  [{ seen: 'closed' }, 'connection refused, as by a firewall'],
  [{ seen: 'unreachable', reason: 'no answer in time' }, 'could not be reached: no answer in time'],
  [{ seen: 'unknown-name', reason: 'the name is unknown' }, 'the name is unknown'],
] as const)('%o says nothing of a socket that is there', (sighting, words) => {
  const judgement = judge('pass', sighting);
  expect(judgement).toMatchObject({ outcome: 'could-not-check', actual: 'listening on ::' });
  expect(judgement.reason).toContain(words);
  expect(judgement.reason).toContain('on the machine itself: listening on ::');
  expect(judge('fail', sighting)).toBe(inside.fail);
});

test('who could not get at the listener has not been refused', () => {
  const refused = { outcome: 'fail', severity: 'error', actual: 'connection refused', fix: 'x' } as const;
  const result = { id: 'access.login', title: 't', claim: 'user', durationMs: 1 } as const;
  expect(
    withoutListener([
      { ...result, judgement: refused },
      { ...result, judgement: inside.pass },
    ]),
  ).toEqual([
    {
      ...result,
      judgement: { outcome: 'could-not-check', severity: 'error', reason: 'connection refused' },
    },
    { ...result, judgement: inside.pass },
  ]);
});
