import { expect, test } from 'vitest';
import { parseDockerContext } from './docker-context.ts';

const inspected = (name: string) =>
  JSON.stringify([{ Name: name, Metadata: {}, Endpoints: { docker: { Host: 'unix:///d.sock' } } }]);

test('a context of the user’s own gives its endpoint', () => {
  expect(parseDockerContext(inspected('rootless'))).toEqual({ name: 'rootless', host: 'unix:///d.sock' });
});

test.each([
  ['the default context', inspected('default')],
  ['an empty list', '[]'],
  ['the words of a shim', 'Emulate Docker CLI using podman.'],
  ['a context without a docker endpoint', '[{"Name":"k","Endpoints":{}}]'],
])('%s gives none', (_, output) => {
  expect(parseDockerContext(output)).toBeUndefined();
});
