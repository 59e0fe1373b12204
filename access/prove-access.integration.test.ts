import { expect, test } from 'vitest';
import {
  answering,
  channelClose,
  connectionBlocked,
  connectionClose,
  listen,
  loginAnswers,
  method,
  objectAnswers,
} from './amqp-peer.fixture.ts';
import { proveAccess } from './prove-access.ts';

const password = 'S3cret-RABBIT_PASS';
const timeoutMs = 100;

async function prove(port: number, over: { timeoutMs?: number } = {}) {
  const account = { username: 'openstack', password, vhost: '/' };
  const started = performance.now();
  const proof = await proveAccess({ hostname: '127.0.0.1', port, timeoutMs, ...account, ...over });
  const outcomes = Object.fromEntries(
    proof.results.map(({ id, outcome }) => [id.replace('access.', ''), outcome]),
  );
  const login = proof.results[0];
  expect(JSON.stringify(proof)).not.toContain(password);
  return { proof, outcomes, login, tookMs: performance.now() - started };
}

const untried = {
  configure: 'could-not-check',
  write: 'could-not-check',
  read: 'could-not-check',
  rpc: 'could-not-check',
};

test('a closed port fails', async () => {
  const peer = await listen(() => undefined);
  await peer[Symbol.asyncDispose]();
  const { outcomes, login } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'fail', ...untried });
  expect(login?.actual).toBe('connection refused (login)');
});

test('a silent peer is given up in time and proves nothing', async () => {
  await using peer = await listen(() => undefined);
  const { outcomes, login, tookMs } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'could-not-check', ...untried });
  expect(login?.reason).toBe('no answer in time (login)');
  expect(tookMs).toBeLessThan(5 * timeoutMs);
});

test.each([
  ['closes at once', '', 'the peer closed the connection without a word'],
  [
    'speaks HTTP',
    'HTTP/1.1 400 Bad Request\r\n\r\n',
    'the peer speaks HTTP and answered "HTTP/1.1 400 Bad Request"',
  ],
  ['speaks garbage', '\u0000\u0001', 'the peer answered "\\u0000\\u0001"'],
  ['speaks another AMQP', 'AMQP\u0000\u0001\u0000\u0000', 'the peer speaks AMQP 1.0 and not 0-9-1'],
])('a peer that %s fails', async (_, words, seen) => {
  await using peer = await listen((socket) => socket.end(words));
  const { outcomes, login } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'fail', ...untried });
  expect(login?.actual).toBe(`no AMQP greeting: ${seen} (login)`);
});

test('a peer that speaks garbage and stays is told from a silent one', async () => {
  await using peer = await listen((socket) => socket.write('220 smtp.example ESMTP\r\n'));
  const { login } = await prove(peer.port);
  expect(login).toMatchObject({ outcome: 'fail' });
  expect(login?.actual).toContain('220 smtp.example ESMTP');
});

test.each([
  ['password', '10.11', 403, 'ACCESS_REFUSED - Login was refused'],
  ['vhost', '10.40', 530, 'NOT_ALLOWED - vhost /nope not found'],
])('a refused %s fails with the reply code and text', async (_, at, code, text) => {
  const answers = { ...loginAnswers, [at]: () => connectionClose(code, text) };
  await using peer = await listen(answering(answers));
  const { outcomes, login } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'fail', ...untried });
  expect(login?.actual).toBe(`${code} ${text} (login)`);
});

test('a peer that plays the password back does not get it into the report', async () => {
  const answers = { ...loginAnswers, '10.11': () => connectionClose(403, `no such password: ${password}`) };
  await using peer = await listen(answering(answers));
  const { login } = await prove(peer.port);
  expect(login?.actual).toBe('403 no such password: *** (login)');
});

test('a broker that goes away after the login leaves the rest untried', async () => {
  await using peer = await listen(answering(loginAnswers));
  const { outcomes, proof } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'pass', ...untried });
  expect(proof.results[1]?.reason).toContain('connection lost');
});

test('a broker that falls silent after the login is given up in time', async () => {
  const answers = { ...loginAnswers, '50.10': undefined, '50.40': undefined };
  await using peer = await listen(answering(answers));
  const { outcomes, proof, tookMs } = await prove(peer.port);
  expect(outcomes).toEqual({ login: 'pass', ...untried });
  expect(proof.results[1]?.reason).toMatch(
    /no answer in time .* may be left on the broker: queue guideproof\./,
  );
  expect(tookMs).toBeLessThan(5 * timeoutMs);
});

const confirmOk = (channel: number) => method(channel, 85, 11);

test('a refused declaration fails, and the next proof opens a channel of its own', async () => {
  const text = "ACCESS_REFUSED - access to queue 'q' in vhost '/' refused for user 'openstack'";
  const answers = {
    ...loginAnswers,
    '50.10': (channel: number) => channelClose(channel, 403, text),
    '85.10': confirmOk,
  };
  await using peer = await listen(answering(answers));
  const { outcomes, proof } = await prove(peer.port, { timeoutMs: 2000 });
  expect(outcomes).toEqual({ ...untried, login: 'pass', configure: 'fail', rpc: 'fail' });
  expect(proof.results[1]?.actual).toBe(`403 ${text} (declare a durable queue)`);
  expect(proof.results[2]?.reason).toBe('access.configure failed');
  expect(proof.results[3]?.reason).toBe('access.configure failed');
});

test('transient queues are told apart from everything else that a broker refuses', async () => {
  const text =
    'INTERNAL_ERROR - Feature `transient_nonexcl_queues` is deprecated.\nBy default, not permitted.';
  const answers = { ...loginAnswers, '50.10': () => connectionClose(541, text), '85.10': confirmOk };
  await using peer = await listen(answering(answers));
  const { proof } = await prove(peer.port, { timeoutMs: 2000 });
  expect(proof.transientQueues).toEqual({
    known: true,
    value: { outcome: 'refused', code: 541, text: text.replace('\n', ' ') },
  });
});

const obliging = { ...loginAnswers, ...objectAnswers };

test('a connection that breaks in the middle is replaced by one that cleans up', async () => {
  const { '50.20': _, ...breakingAtBind } = obliging;
  await using peer = await listen(answering(breakingAtBind));
  const { outcomes, proof } = await prove(peer.port, { timeoutMs: 2000 });
  expect(outcomes).toEqual({ ...untried, login: 'pass', configure: 'pass' });
  expect(JSON.stringify(proof)).not.toContain('left on the broker');
});

test('a broker that blocks publishers fails in write and says nothing about the rest', async () => {
  const answers = { ...obliging, '60.40': () => connectionBlocked('low on memory') };
  await using peer = await listen(answering(answers));
  const { outcomes, proof } = await prove(peer.port, { timeoutMs: 2000 });
  expect(outcomes).toMatchObject({ configure: 'pass', write: 'fail', read: 'could-not-check' });
  expect(proof.results[2]?.actual).toContain('the broker blocks publishers: low on memory');
});
