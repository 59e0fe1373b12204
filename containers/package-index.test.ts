import { expect, test } from 'vitest';
import { aptRefresh } from './debian/apt.ts';
import { refreshPackageIndex } from './package-index.ts';

test('a mirror that does not answer leaves the index stale, with apt’s reason', async () => {
  const output =
    'Err:1 http://mirror sid InRelease\nE: Failed to fetch http://mirror/InRelease\nE: Some index files failed';
  const index = await refreshPackageIndex(async () => ({ exitCode: 100, output }), aptRefresh);
  expect(index).toEqual({ fresh: false, reason: 'E: Failed to fetch http://mirror/InRelease' });
});

test('a machine that is gone leaves the index stale', async () => {
  const index = await refreshPackageIndex(async () => {
    throw new Error('container is not running');
  }, aptRefresh);
  expect(index).toEqual({ fresh: false, reason: 'Error: container is not running' });
});
