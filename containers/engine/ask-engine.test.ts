import { expect, test } from 'vitest';
import { askEngine, connectionTo } from './ask-engine.ts';
import { startFakeEngine } from './fake-engine.fixture.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

test('an answer comes with its status, whatever that is', async () => {
  await using engine = await startFakeEngine({ 'DELETE /x': { status: 409, body: 'busy' } });
  expect(await askEngine(engine.host, '/x', { method: 'DELETE' })).toEqual({ status: 409, body: '"busy"' });
});

test('a socket that is not there is said plainly', async () => {
  const asked = askEngine('unix:///nowhere/d.sock', '/version');
  await expect(asked).rejects.toMatchObject({
    code: 'unreachable',
    message: 'No container engine answers at unix:///nowhere/d.sock: there is no such socket.',
  });
});

test('an engine that hangs is given up', async () => {
  await using engine = await startFakeEngine({ 'GET /version': { silent: true } });
  const asked = askEngine(engine.host, '/version', { timeoutMs: 20 });
  await expect(asked).rejects.toThrow('no answer within 0.02 s');
});

test('TCP goes to the port that Docker uses unless one is named', () => {
  expect(connectionTo('tcp://engine', {})).toEqual({ host: 'engine', port: 2375, protocol: 'http:' });
  expect(connectionTo('tcp://10.0.0.1:99', {})).toMatchObject({ host: '10.0.0.1', port: '99' });
});

test('DOCKER_TLS_VERIFY takes the certificates from DOCKER_CERT_PATH', async () => {
  await using folder = await temporaryFolder();
  for (const name of ['ca.pem', 'cert.pem', 'key.pem']) await folder.add(name, name);
  const environment = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder.path };
  expect(connectionTo('tcp://engine', environment)).toMatchObject({
    protocol: 'https:',
    port: 2376,
    key: Buffer.from('key.pem'),
  });
});

test.each(['ssh://me@host', 'npipe:////./pipe/docker', '/var/run/docker.sock'])('%s is refused', (host) => {
  expect(() => connectionTo(host, {})).toThrow('expected unix:///PATH or tcp://HOST:PORT');
});
