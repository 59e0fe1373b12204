import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineHost } from './engine-host.ts';
import { fakePrograms } from './fake-programs.fixture.ts';

test.each([
  ['unix:///var/run/docker.sock', undefined],
  ['tcp://127.0.0.1:2375', undefined],
  ['tcp://localhost:2375', undefined],
  ['tcp://[::1]:2375', undefined],
  ['tcp://10.0.0.5:2376', '10.0.0.5'],
  ['tcp://[fd00::5]:2376', 'fd00::5'],
  ['ssh://ops@far', 'far'],
  ['npipe:////./pipe/docker_engine', undefined],
  ['nonsense', undefined],
])('%s is on %s', async (url, host) => {
  expect(await engineHost('docker', { DOCKER_HOST: url })).toBe(host);
  expect(await engineHost('podman', { CONTAINER_HOST: url })).toBe(host);
});

test('docker’s context counts where DOCKER_HOST is not set; none is asked for without need', async () => {
  using fakes = fakePrograms({ docker: 'log "$@"; echo ssh://ops@far' });
  const environment = { DOCKER_CONFIG: fakes.folder };
  expect(await engineHost('docker', environment)).toBeUndefined();
  expect(fakes.calls()).toEqual(['']);
  writeFileSync(join(fakes.folder, 'config.json'), '{"currentContext":"lab"}');
  expect(await engineHost('docker', environment)).toBe('far');
  expect(await engineHost('docker', { ...environment, DOCKER_CONTEXT: 'default' })).toBeUndefined();
  expect(fakes.calls()).toEqual(['docker context inspect --format {{.Endpoints.docker.Host}} -- lab']);
});
