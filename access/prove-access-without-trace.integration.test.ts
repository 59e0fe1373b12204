import { expect, test } from 'vitest';
import { shortString } from './amqp-frame.ts';
import {
  type Answers,
  answering,
  channelClose,
  connectionBlocked,
  connectionClose,
  listen,
  loginAnswers,
  method,
} from './amqp-peer.fixture.ts';
import { proveAccessWithoutTrace } from './prove-access.ts';

const declareExchange = Buffer.from([0, 40, 0, 10]);
const bind = Buffer.from([0, 50, 0, 20]);
const queueName = 'amq.gen-JzTY20BRgKO-HjmUJj0wLg';

/** A broker that grants everything, and whose queue is empty; what was sent to it, chunk by chunk. */
async function broker(over: Answers = {}) {
  const chunks: Buffer[] = [];
  const deletions: string[] = [];
  let binds = 0;
  const answers: Answers = {
    ...loginAnswers,
    '40.10': undefined,
    '40.20': (channel) => {
      deletions.push('exchange');
      return method(channel, 40, 21);
    },
    '50.10': (channel) => method(channel, 50, 11, shortString(queueName), Buffer.alloc(8)),
    // The first of a pair waits for no answer.
    '50.20': (channel) => (++binds % 2 ? Buffer.alloc(0) : method(channel, 50, 21)),
    '60.40': (channel) => method(channel, 60, 80, Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0])),
    '60.70': (channel) => method(channel, 60, 72, Buffer.alloc(1)),
    '85.10': (channel) => method(channel, 85, 11),
    ...over,
  };
  const peer = await listen((socket) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    answering(answers)(socket);
  });
  return { ...peer, chunks, deletions };
}

async function prove(port: number, timeoutMs = 2000) {
  const account = { username: 'openstack', password: 'S3cret', vhost: '/' };
  const proof = await proveAccessWithoutTrace({ hostname: '127.0.0.1', port, timeoutMs, ...account });
  const outcomes = Object.fromEntries(
    proof.results.map(({ id, outcome }) => [id.replace('access.', ''), outcome]),
  );
  return { proof, outcomes };
}

const untried = {
  login: 'pass',
  configure: 'could-not-check',
  write: 'could-not-check',
  read: 'could-not-check',
  rpc: 'could-not-check',
};

test('the exchange is declared and bound in one write, so that no moment is between them', async () => {
  await using peer = await broker();
  const { outcomes } = await prove(peer.port);
  const declaring = peer.chunks.filter((chunk) => chunk.includes(declareExchange));
  expect(declaring).toHaveLength(1);
  expect(declaring[0]?.indexOf(bind)).toBeGreaterThan(declaring[0]?.indexOf(declareExchange) ?? Infinity);
  expect(outcomes).toMatchObject({ configure: 'pass', write: 'pass' });
  expect(peer.deletions).toEqual([]);
});

test('what was done is told in order, without random names', async () => {
  await using peer = await broker();
  const { proof } = await prove(peer.port);
  expect(proof.performed).toEqual([
    'logged in to / as openstack',
    'declared an exclusive queue, named by the broker',
    'declared an auto-delete exchange guideproof.<id> and asked to bind the queue to it',
    'logged in a second time',
    'published a message',
    'got, put back, consumed and acknowledged what was in the queue',
    'called from one connection to the other, and answered to a second exclusive queue',
    'closed the connections, with all that belonged to them',
  ]);
  expect(proof.sighting).toEqual({ seen: 'amqp', product: 'RabbitMQ', version: '3.10.8', tls: false });
  expect(proof.transientQueues).toMatchObject({ known: false });
});

test('an exchange that may not be bound is deleted, and the missing permission is told once', async () => {
  const text = "ACCESS_REFUSED - access to exchange 'e' in vhost '/' refused for user 'openstack'";
  let binds = 0;
  // A broker does not listen to a channel that it has closed.
  const refuse = (channel: number) => (binds++ ? Buffer.alloc(0) : channelClose(channel, 403, text, '50.20'));
  await using peer = await broker({ '50.20': refuse });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, configure: 'pass', write: 'pass', read: 'fail' });
  expect(proof.results[4]?.reason).toBe('access.read failed');
  expect(peer.deletions).toEqual(['exchange']);
  expect(proof.performed).toContain('deleted the exchange, to which nothing is bound');
});

test('an exchange that may not be declared fails configure, and there is nothing to delete', async () => {
  const text = "ACCESS_REFUSED - access to exchange 'e' in vhost '/' refused for user 'openstack'";
  await using peer = await broker({
    '40.10': (channel) => channelClose(channel, 403, text, '40.10'),
    '50.20': undefined,
  });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, configure: 'fail' });
  expect(proof.results[1]?.actual).toBe(`403 ${text} (declare an auto-delete exchange)`);
  expect(peer.deletions).toEqual([]);
});

test('a queue that may not be declared fails configure, and no exchange is ever asked for', async () => {
  await using peer = await broker({
    '50.10': (channel) => channelClose(channel, 403, 'ACCESS_REFUSED - no'),
  });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, configure: 'fail' });
  expect(proof.results[1]?.actual).toBe('403 ACCESS_REFUSED - no (declare an exclusive queue)');
  expect(peer.chunks.some((chunk) => chunk.includes(declareExchange))).toBe(false);
});

test('a connection that breaks before the binding is answered is replaced by one that deletes the exchange', async () => {
  let sockets = 0;
  const breaking = {
    '50.20': (channel: number) => (sockets++ ? method(channel, 50, 21) : connectionClose(320, 'bye')),
  };
  await using peer = await broker(breaking);
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toMatchObject({
    write: 'could-not-check',
    read: 'could-not-check',
    rpc: 'could-not-check',
  });
  expect(peer.deletions).toEqual(['exchange']);
  expect(proof.results[1]?.actual).toContain('exchange guideproof.');
});

test('a broker in alarm fails write with its own reason, in time, and nothing else', async () => {
  await using peer = await broker({ '60.40': () => connectionBlocked('low on memory') });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, configure: 'pass', write: 'fail' });
  expect(proof.results[2]?.actual).toMatch(/^the broker blocks publishers: low on memory/);
});

test('a broker that allows one connection only cannot show that writing works', async () => {
  let logins = 0;
  const openOk = (): Buffer => method(0, 10, 41, shortString(''));
  const limit = () => connectionClose(530, 'NOT_ALLOWED - connection limit (1) is reached');
  await using peer = await broker({ '10.40': () => (logins++ ? limit() : openOk()) });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, configure: 'pass', write: 'fail' });
  expect(proof.results[2]?.actual).toContain('connection limit (1) is reached (login)');
});

test('a refused login tells what was tried, and still what listens', async () => {
  await using peer = await broker({
    '10.11': () => connectionClose(403, 'ACCESS_REFUSED - Login was refused'),
  });
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ ...untried, login: 'fail' });
  expect(proof.performed).toEqual(['logged in to / as openstack: did not succeed']);
  expect(proof.sighting).toMatchObject({ seen: 'amqp', product: 'RabbitMQ' });
});
