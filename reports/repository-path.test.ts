import { expect, test } from 'vitest';
import { repositoryPath } from './repository-path.ts';

const repository = { root: '/src/manuals', cwd: '/src/manuals/doc' };

test.each([
  ['install/messaging.rst', 'doc/install/messaging.rst'],
  ['../messaging.rst', 'messaging.rst'],
  ['/src/manuals/doc/messaging.rst', 'doc/messaging.rst'],
])('%s is %s from the root of the repository', (file, path) => {
  expect(repositoryPath(file, { repository })).toBe(path);
});

test.each(['../../messaging.rst', '/etc/waivers.yaml', '/src/manuals-2/a.rst', '/src/manuals'])(
  '%s is no file of the repository',
  (file) => {
    expect(repositoryPath(file, { repository })).toBeUndefined();
  },
);

test('where no repository is known, a path below the folder of the run stays as it was named', () => {
  expect(repositoryPath('./guide/a.rst', {})).toBe('guide/a.rst');
  expect(repositoryPath('/tmp/a.rst', {})).toBeUndefined();
});
