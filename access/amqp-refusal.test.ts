import { expect, test } from 'vitest';
import { AccessError, describeRefusal, parseAmqpError, provesFailure } from './amqp-refusal.ts';

function amqpError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code });
}

test('a refused operation keeps the reply code and the text, on one line', () => {
  const message =
    'Operation failed: QueueDeclare; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - access\n to "q""';
  expect(parseAmqpError(amqpError(403, message), 'declare')).toEqual({
    kind: 'refused',
    during: 'declare',
    code: 403,
    text: 'ACCESS_REFUSED - access to "q"',
  });
});

test('a broker that shuts down is a lost connection, not a refusal', () => {
  const message = 'Connection closed: 320 (CONNECTION-FORCED) with message "CONNECTION_FORCED - shutdown"';
  const refusal = parseAmqpError(amqpError(320, message), 'get');
  expect(refusal).toMatchObject({ kind: 'lost', code: 320, text: 'CONNECTION_FORCED - shutdown' });
  expect(provesFailure(refusal)).toBe(false);
});

test('an error of the socket is a lost connection, and its code is no reply code', () => {
  const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect(parseAmqpError(error, 'get')).toEqual({
    kind: 'lost',
    during: 'get',
    text: 'connection lost: read ECONNRESET',
  });
});

test('a message that the broker did not take is undelivered', () => {
  const refusal = parseAmqpError(new Error('message nacked'), 'publish');
  expect(refusal.kind).toBe('undelivered');
  expect(provesFailure(refusal)).toBe(true);
});

test('the random part of our names does not reach a report', () => {
  const name = 'guideproof.01234567-89ab-cdef-0123-456789abcdef';
  const refusal = {
    kind: 'refused',
    during: `get from ${name}`,
    code: 404,
    text: `NOT_FOUND - ${name}`,
  } as const;
  expect(describeRefusal(refusal)).toBe('404 NOT_FOUND - guideproof.<id> (get from guideproof.<id>)');
  expect(new AccessError(refusal).code).toBe('refused');
});
