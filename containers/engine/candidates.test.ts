import { expect, test } from 'vitest';
import { listCandidates } from './candidates.ts';

test('the context comes first, then Docker, then Podman, then CONTAINER_HOST', () => {
  const environment = { XDG_RUNTIME_DIR: '/run/user/7', CONTAINER_HOST: 'unix:///elsewhere' };
  const found = listCandidates(environment, '/home/me', { name: 'colima', host: 'unix:///c.sock' });
  expect(found.map(({ host, origin }) => `${origin}: ${host}`)).toEqual([
    'docker context colima: unix:///c.sock',
    '/var/run/docker.sock: unix:///var/run/docker.sock',
    '/run/user/7/docker.sock: unix:///run/user/7/docker.sock',
    '/home/me/.docker/run/docker.sock: unix:///home/me/.docker/run/docker.sock',
    '/run/user/7/podman/podman.sock: unix:///run/user/7/podman/podman.sock',
    '/run/podman/podman.sock: unix:///run/podman/podman.sock',
    'CONTAINER_HOST: unix:///elsewhere',
  ]);
});

test('a place that two settings name is asked once, under the first name', () => {
  const found = listCandidates({ CONTAINER_HOST: 'unix:///run/podman/podman.sock' }, '/root', undefined);
  expect(found.map(({ origin }) => origin)).toEqual([
    '/var/run/docker.sock',
    '/root/.docker/run/docker.sock',
    '/run/podman/podman.sock',
  ]);
});
