import { expect, test } from 'vitest';
import { explainNoEngine, type Situation } from './no-engine.ts';

const place = '/var/run/docker.sock';
const silent = [{ host: `unix://${place}`, origin: place, reason: 'there is no such socket' }];
const denied = [{ host: `unix://${place}`, origin: place, reason: 'permission denied.' }];
const byHand = 'sudo apt-get install docker.io && sudo usermod -aG docker $USER';

test.each<[string, Partial<Situation>, string]>([
  ['nothing is installed', { byHand }, `Install one with "${byHand}"`],
  ['dockerd is stopped', { byHand, installed: 'dockerd' }, 'start it with "sudo systemctl start docker'],
  ['Podman is stopped', { installed: 'podman' }, '"systemctl --user start podman.socket"'],
  ['the user may not', { installed: 'dockerd', silent: denied }, `One is at ${place}, but this user may not`],
  ['it is a Mac', { platform: 'darwin' }, 'Install Docker Desktop or Podman Desktop'],
  ['no package manager is known', {}, 'Install Docker or Podman as its documentation says'],
])('when %s, the message says what helps', (_, situation, advice) => {
  const message = explainNoEngine({ platform: 'linux', silent, ...situation });
  expect(message).toContain(advice);
  expect(message).toContain(`Looked at: ${place}.`);
});
