import { expect, test } from 'vitest';
import { parseEngineFacts, readEngineFacts } from './engine-facts.ts';
import { startFakeEngine } from './fake-engine.fixture.ts';

const version = { Version: '20.10.24', ApiVersion: '1.41', Components: [{ Name: 'Engine' }] };
const info = { Driver: 'overlay2', DockerRootDir: '/data', CgroupVersion: '1' };
const parse = (changedVersion: object, changedInfo: object) =>
  parseEngineFacts(
    JSON.stringify({ ...version, ...changedVersion }),
    JSON.stringify({ ...info, ...changedInfo }),
  );

test('Docker on a hybrid host', () => {
  expect(parse({}, {})).toEqual({
    kind: 'docker',
    version: '20.10.24',
    apiVersion: '1.41',
    cgroup: 'v1',
    storageDriver: 'overlay2',
    dataRoot: '/data',
  });
});

test('Podman is told by its component', () => {
  const podman = { Components: [{ Name: 'Podman Engine' }, { Name: 'Conmon' }] };
  expect(parse(podman, { CgroupVersion: '2' })).toMatchObject({ kind: 'podman', cgroup: 'v2' });
});

test('an engine from before API 1.41 does not tell the cgroup version: it is 1', () => {
  expect(parse({ Components: null }, { CgroupVersion: undefined })).toMatchObject({
    kind: 'docker',
    cgroup: 'v1',
  });
});

test('an engine is asked over its socket', async () => {
  await using engine = await startFakeEngine({
    'GET /version': { body: version },
    'GET /info': { body: info },
  });
  expect(await readEngineFacts(engine.host)).toMatchObject({ version: '20.10.24' });
});

test('what answers but is no engine is unreachable, with what it said', async () => {
  await using stranger = await startFakeEngine({});
  await expect(readEngineFacts(stranger.host)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('not a container engine, or a broken one: got status 404'),
  });
});
