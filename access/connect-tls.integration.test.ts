import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { answering, listen, loginAnswers } from './amqp-peer.fixture.ts';
import type { TlsTrust } from './broker-address.ts';
import { connect } from './connect.ts';
import { deadlineIn } from './deadline.ts';
import { proveAccess } from './prove-access.ts';
import { type Identity, listenTls, newIdentity } from './tls-peer.fixture.ts';

const password = 'S3cret-RABBIT_PASS';
let here: Identity;
let elsewhere: Identity;
let expired: Identity;

beforeAll(() => {
  here = newIdentity('IP:127.0.0.1');
  elsewhere = newIdentity('DNS:controller.example');
  expired = newIdentity('IP:127.0.0.1', -1);
});

afterAll(() => {
  for (const identity of [here, elsewhere, expired]) identity[Symbol.dispose]();
});

afterEach(() => vi.unstubAllEnvs());

function address(port: number, tls: TlsTrust) {
  const account = { username: 'openstack', password, vhost: '/' };
  return { hostname: '127.0.0.1', port, timeoutMs: 2000, tls, ...account };
}

/** A broker that is spoken to through TLS, and all that it was told there. */
async function broker(identity: Identity) {
  const heard: Buffer[] = [];
  const peer = await listenTls(identity, (socket) => {
    socket.on('data', (chunk: Buffer) => heard.push(chunk));
    answering(loginAnswers)(socket);
  });
  return { ...peer, heard: () => Buffer.concat(heard).toString('latin1') };
}

test('a broker whose certificate and name are verified is logged in to through TLS', async () => {
  await using peer = await broker(here);
  await using link = await connect(address(peer.port, { caFile: here.caFile }), deadlineIn(2000));
  expect(link.broker).toEqual({ product: 'RabbitMQ', version: '3.10.8' });
  expect(peer.heard()).toContain(password);
});

test.each([
  [
    'nobody vouches for it',
    () => here,
    () => ({}),
    'no authority that is trusted here issued the certificate',
  ],
  [
    'it is for another name',
    () => elsewhere,
    () => ({ caFile: elsewhere.caFile }),
    'the certificate is for another name: ',
  ],
])(
  'a certificate proves nothing when %s, and the password is not sent',
  async (_, identity, trust, reason) => {
    await using peer = await broker(identity());
    const { results } = await proveAccess(address(peer.port, trust()));
    expect(results[0]).toMatchObject({ outcome: 'could-not-check' });
    expect(results[0]?.reason).toContain(reason);
    expect(results[0]?.reason).toContain('the password was not sent');
    expect(peer.heard()).toBe('');
  },
);

test('a certificate that has expired fails, whoever asks, and the password is not sent', async () => {
  await using peer = await broker(expired);
  const { results } = await proveAccess(address(peer.port, { caFile: expired.caFile }));
  expect(results[0]).toMatchObject({ outcome: 'fail' });
  expect(results[0]?.actual).toContain("the broker's certificate has expired");
  expect(results[0]?.fix).toContain('Renew');
  expect(peer.heard()).toBe('');
});

test('verification cannot be turned off from the environment', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  await using peer = await broker(here);
  await expect(connect(address(peer.port, {}), deadlineIn(2000))).rejects.toMatchObject({
    code: 'unverified',
  });
  expect(peer.heard()).toBe('');
});

test('a peer that does not speak TLS fails, and is not told the password', async () => {
  const heard: Buffer[] = [];
  await using peer = await listen((socket) => {
    socket.on('data', (chunk) => heard.push(chunk));
    answering(loginAnswers)(socket);
  });
  const { results } = await proveAccess(address(peer.port, {}));
  expect(results[0]).toMatchObject({
    outcome: 'fail',
    actual: 'no AMQP greeting: the peer does not speak TLS (login)',
  });
  expect(Buffer.concat(heard).toString('latin1')).not.toContain(password);
});

test.each([
  ['is not there', () => '/no/such/file', 'ENOENT'],
  ['holds no certificate', () => import.meta.filename, 'no start line'],
])('a file of authorities that %s is told by its name', async (_, caFile, reason) => {
  await using peer = await broker(here);
  const { results } = await proveAccess(address(peer.port, { caFile: caFile() }));
  expect(results[0]).toMatchObject({ outcome: 'could-not-check' });
  expect(results[0]?.reason).toContain(`${caFile()} cannot be used`);
  expect(results[0]?.reason).toContain(reason);
});
