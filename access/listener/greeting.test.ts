import { expect, test } from 'vitest';
import { connectionStart } from '../amqp-peer.fixture.ts';
import { isTlsAlert, recognise } from './greeting.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const zmtp = Buffer.from('ff00000000000000017f', 'hex');

test.each([
  ['RabbitMQ', connectionStart('RabbitMQ', '4.0.5'), { seen: 'amqp', product: 'RabbitMQ', version: '4.0.5' }],
  ['AMQP 1.0', latin1('AMQP\0\x01\0\0'), { seen: 'other-amqp', protocol: 'AMQP 1.0' }],
  ['AMQP 1.0 with SASL', latin1('AMQP\x03\x01\0\0\0\0\0\x28'), { seen: 'other-amqp', protocol: 'AMQP 1.0' }],
  ['AMQP 0-10', latin1('AMQP\x01\x01\0\x0a'), { seen: 'other-amqp', protocol: 'AMQP of header 1.1.0.10' }],
  ['ZeroMQ', zmtp, { seen: 'zeromq' }],
  ['HTTP', latin1('HTTP/1.1 400 Bad Request\r\nA: b'), { seen: 'http', banner: 'HTTP/1.1 400 Bad Request' }],
  ['SSH', latin1('SSH-2.0-OpenSSH_9.2\r\n'), { seen: 'banner', banner: 'SSH-2.0-OpenSSH_9.2' }],
])('%s is recognised by its first bytes', (_, heard, seen) => {
  expect(recognise(heard, false)).toEqual(seen);
});

test('nothing of a banner can steer a terminal or end a quotation', () => {
  const heard = latin1(`\x1b[2J\x9b"${'x'.repeat(100)}\n`);
  const spoken = recognise(heard, false);
  expect(spoken).toMatchObject({ seen: 'banner' });
  expect(JSON.stringify(spoken)).toMatch(/^[ -~]*$/);
  expect(spoken).toMatchObject({ banner: expect.stringMatching(/^\\u001b\[2J\\u009b\\u0022x+$/) });
});

test.each([
  ['the signature of ZeroMQ', zmtp],
  ['a word without an end', latin1('220 smt')],
])('a part of %s may become anything until no more comes', (_, whole) => {
  const part = whole.subarray(0, 7);
  expect(recognise(part, false)).toBeUndefined();
  expect(recognise(part, true)).toMatchObject({ seen: 'banner' });
});

test('a broker that stops in its greeting is not taken for something else', () => {
  expect(recognise(connectionStart('RabbitMQ', '4.0.5').subarray(0, 40), true)).toBeUndefined();
});

test('RabbitMQ asks anybody who speaks otherwise to speak 0-9-1, and is not told by that alone', () => {
  expect(recognise(latin1('AMQP\0\0\x09\x01'), true)).toBeUndefined();
});

test('an alert of TLS is known by its record', () => {
  expect(isTlsAlert(Buffer.from('15030300020246', 'hex'))).toBe(true);
  expect(isTlsAlert(latin1('HTTP/1.1'))).toBe(false);
});
