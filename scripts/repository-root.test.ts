import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from './repository-root.ts';

test('the root is the nearest folder that git keeps its own in, and outside of a repository there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'repository-'));
  const inner = join(folder, 'doc/install');
  await mkdir(inner, { recursive: true });
  expect(repositoryRoot(inner)).toBeUndefined();
  await mkdir(join(folder, '.git'));
  expect([repositoryRoot(inner), repositoryRoot(folder)]).toEqual([folder, folder]);
  await rm(folder, { recursive: true });
});
