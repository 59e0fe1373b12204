import { expect, test } from 'vitest';
import { judgeListener } from './judge-listener.ts';
import type { ListenerSighting } from './listener-sighting.ts';

const plain = { hostname: 'controller', port: 5672, tls: false };
const secure = { hostname: 'controller', port: 5671, tls: true };
const rabbit = { seen: 'amqp', product: 'RabbitMQ', version: '3.10.8', tls: false } as const;

test('RabbitMQ that is spoken to as expected is a pass', () => {
  expect(judgeListener(rabbit, plain)).toEqual({
    outcome: 'pass',
    severity: 'error',
    expected: 'RabbitMQ speaks AMQP 0-9-1 on controller port 5672',
    actual: 'RabbitMQ 3.10.8 speaks AMQP 0-9-1',
  });
  expect(judgeListener({ ...rabbit, tls: true }, secure)).toMatchObject({ outcome: 'pass' });
});

test.each<[ListenerSighting, string, string]>([
  [{ ...rabbit, product: 'LavinMQ' }, 'LavinMQ 3.10.8 speaks AMQP 0-9-1', 'ss -ltnp'],
  [{ seen: 'other-amqp', protocol: 'AMQP 1.0', tls: false }, 'AMQP 1.0 and not 0-9-1', 'ss -ltnp'],
  [{ seen: 'zeromq', tls: false }, 'ZeroMQ', 'ss -ltnp'],
  [{ seen: 'http', banner: 'HTTP/1.1 400', tls: false }, 'HTTP and answered "HTTP/1.1 400"', 'ss -ltnp'],
  [{ seen: 'banner', banner: 'SSH-2.0', tls: false }, 'answered "SSH-2.0"', 'ss -ltnp'],
  [{ ...rabbit, tls: true }, 'RabbitMQ 3.10.8 speaks AMQP 0-9-1, through TLS', 'Use amqps://'],
  [{ seen: 'tls' }, 'the peer speaks TLS', 'Use amqps://'],
  [{ seen: 'silence' }, 'accepts connections and says nothing', 'read its log'],
  [{ seen: 'hang-up' }, 'closed the connection without a word', 'read its log'],
  [{ seen: 'closed' }, 'connection refused', 'See that rabbitmq-server runs'],
])('%j fails, is named, and the fix fits', (sighting, actual, fix) => {
  const judgement = judgeListener(sighting, plain);
  expect(judgement).toMatchObject({ outcome: 'fail', severity: 'error' });
  expect(judgement.actual).toContain(actual);
  expect(judgement.fix).toContain(fix);
});

test.each<[ListenerSighting]>([[rabbit], [{ seen: 'no-tls' }]])(
  '%j fails where TLS was expected',
  (sighting) => {
    expect(judgeListener(sighting, secure)).toMatchObject({
      outcome: 'fail',
      fix: 'Use amqp:// for this port, or let RabbitMQ listen here: listeners.ssl.default = 5671 in rabbitmq.conf.',
    });
  },
);

test.each<[ListenerSighting, string]>([
  [{ seen: 'unreachable', reason: 'no answer in time' }, 'a firewall on the way looks the same'],
  [{ seen: 'unknown-name', reason: 'the name is unknown (ENOTFOUND)' }, 'controller: the name is unknown'],
])('%j says nothing about the broker', (sighting, reason) => {
  const judgement = judgeListener(sighting, plain);
  expect(judgement).toMatchObject({ outcome: 'could-not-check' });
  expect(judgement.reason).toContain(reason);
});

test('TLS that lets us in no further says nothing about what is behind', () => {
  const judgement = judgeListener({ seen: 'tls', reason: 'certificate required' }, secure);
  expect(judgement).toMatchObject({ outcome: 'could-not-check' });
  expect(judgement.reason).toContain('certificate required');
});
