import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import rhea from 'rhea';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reply } from 'zeromq';
import { answering, connectionStart, listen, loginAnswers } from '../amqp-peer.fixture.ts';
import { type Identity, listenTls, newIdentity } from '../tls-peer.fixture.ts';
import { amqp091Header } from './greeting.ts';
import { look } from './look.ts';
import { sightListener } from './sight-listener.ts';

const hostname = '127.0.0.1';
const rabbit = answering(loginAnswers);
const rabbitSeen = { seen: 'amqp', product: 'RabbitMQ', version: '3.10.8' };
let identity: Identity;

beforeAll(() => {
  identity = newIdentity('IP:127.0.0.1');
});

afterAll(() => identity[Symbol.dispose]());

function sight(port: number, over: { tls?: boolean; timeoutMs?: number } = {}) {
  return sightListener({ hostname, port, tls: false, timeoutMs: 4000, ...over });
}

test('RabbitMQ is told by its greeting, and no login is tried', async () => {
  const heard: Buffer[] = [];
  await using peer = await listen((socket) => {
    socket.on('data', (chunk) => heard.push(chunk));
    rabbit(socket);
  });
  expect(await sight(peer.port)).toEqual({ ...rabbitSeen, tls: false });
  expect(Buffer.concat(heard)).toEqual(amqp091Header);
});

test('another broker of AMQP 0-9-1 is called by its name', async () => {
  const start = () => connectionStart('LavinMQ', '2.0.0');
  await using peer = await listen(answering({ ...loginAnswers, 'protocol header': start }));
  expect(await sight(peer.port)).toMatchObject({ seen: 'amqp', product: 'LavinMQ' });
});

test('a peer of AMQP 1.0 hangs up on 0-9-1 and is found out by a second question', async () => {
  const container = rhea.create_container({ id: 'peer' });
  // Unheard, these are printed.
  for (const event of ['protocol_error', 'disconnected']) container.on(event, () => undefined);
  const server = container.listen({ port: 0, host: hostname });
  await once(server, 'listening');
  expect(await sight((server.address() as AddressInfo).port)).toEqual({
    seen: 'other-amqp',
    protocol: 'AMQP 1.0',
    tls: false,
  });
  server.close();
});

test('ZeroMQ is told by its greeting', async () => {
  const socket = new Reply();
  await socket.bind(`tcp://${hostname}:0`);
  const port = Number(/\d+$/.exec(socket.lastEndpoint ?? '')?.[0]);
  expect(await sight(port)).toEqual({ seen: 'zeromq', tls: false });
  socket.close();
});

test('HTTP is told by its answer', async () => {
  const server = http.createServer().listen(0, hostname);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await sight(port)).toEqual({ seen: 'http', banner: 'HTTP/1.1 400 Bad Request', tls: false });
  server.close();
});

test('HTTP that waits for a whole line is found out by asking for a page', async () => {
  await using peer = await listen((socket) =>
    socket.on('data', (chunk) => chunk.includes('\n') && socket.end('HTTP/1.0 200 OK\r\n\r\n')),
  );
  expect(await sight(peer.port, { timeoutMs: 200 })).toMatchObject({ seen: 'http' });
});

test('RabbitMQ behind TLS is found where none was expected, and the reverse', async () => {
  await using secure = await listenTls(identity, rabbit);
  await using plain = await listen(rabbit);
  expect(await sight(secure.port)).toEqual({ ...rabbitSeen, tls: true });
  expect(await sight(plain.port, { tls: true })).toEqual({ ...rabbitSeen, tls: false });
  expect(await sight(secure.port, { tls: true })).toEqual({ ...rabbitSeen, tls: true });
});

test('TLS that only lets in who has a certificate is told as TLS', async () => {
  const options = {
    ...identity,
    requestCert: true,
    rejectUnauthorized: true,
    maxVersion: 'TLSv1.2',
  } as const;
  await using peer = await listenTls(options, rabbit);
  expect(await sight(peer.port, { tls: true })).toMatchObject({ seen: 'tls' });
});

test('another banner is told by its first line', async () => {
  await using peer = await listen((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
  expect(await sight(peer.port)).toEqual({ seen: 'banner', banner: 'SSH-2.0-OpenSSH_9.2', tls: false });
});

test('a peer that says nothing is given up in time, and no connection to it stays', async () => {
  let open = 0;
  await using peer = await listen((socket) => {
    open += 1;
    socket.resume().on('close', () => {
      open -= 1;
    });
  });
  const started = performance.now();
  expect(await sight(peer.port, { timeoutMs: 100 })).toEqual({ seen: 'silence' });
  expect(performance.now() - started).toBeLessThan(1000);
  await expect.poll(() => open, { interval: 1 }).toBe(0);
});

test('the time is up also when rubbish is collected meanwhile', async () => {
  setFlagsFromString('--expose_gc');
  const collecting = setInterval(runInNewContext('gc'), 20);
  await using peer = await listen(() => undefined);
  expect(await sight(peer.port, { timeoutMs: 200 })).toEqual({ seen: 'silence' });
  clearInterval(collecting);
});

test('a peer that hangs up without a word is told', async () => {
  await using peer = await listen((socket) => socket.destroy());
  expect(await sight(peer.port)).toEqual({ seen: 'hang-up' });
});

test('a closed port, an unknown name and a machine that does not answer are told apart', async () => {
  const peer = await listen(() => undefined);
  const { port } = peer;
  const unanswered = await look(
    { hostname, port },
    { tls: false, words: amqp091Header },
    AbortSignal.abort(),
  );
  await peer[Symbol.asyncDispose]();
  expect(await sight(port)).toEqual({ seen: 'closed' });
  const unknown = { hostname: 'no.such.name.invalid', port, tls: false, timeoutMs: 4000 };
  expect(await sightListener(unknown)).toMatchObject({ seen: 'unknown-name' });
  expect(unanswered).toEqual({ seen: 'unreachable', reason: 'no answer in time' });
});
