import { expect, test } from 'vitest';
import { clientEnvironment, findClient } from './client.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

test('an engine without its client program is an error with the command that helps', async () => {
  await using folder = await temporaryFolder();
  await expect(findClient('docker', '/var/run/docker.sock', folder.path)).rejects.toMatchObject({
    code: 'no-cli',
    message: expect.stringMatching(
      /\/var\/run\/docker\.sock.*"docker" is not on the PATH.*apt-get install docker-cli/,
    ),
  });
});

test('Podman is talked to with its own program, or else with docker’s', async () => {
  await using folder = await temporaryFolder();
  await folder.add('docker', '');
  expect(await findClient('podman', 'x', folder.path)).toBe(`${folder.path}/docker`);
  await folder.add('podman', '');
  expect(await findClient('podman', 'x', folder.path)).toBe(`${folder.path}/podman`);
});

test('clients are led to this engine and to no other', () => {
  const environment = { PATH: '/bin', DOCKER_CONTEXT: 'other', CONTAINER_HOST: 'other', GONE: undefined };
  expect(clientEnvironment('docker', 'unix:///d', environment)).toEqual({
    PATH: '/bin',
    DOCKER_HOST: 'unix:///d',
  });
  expect(clientEnvironment('podman', 'unix:///p', environment)).toEqual({
    PATH: '/bin',
    DOCKER_HOST: 'unix:///p',
    CONTAINER_HOST: 'unix:///p',
  });
});
