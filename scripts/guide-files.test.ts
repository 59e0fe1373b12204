import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distributionTags } from '../model/distribution.ts';
import { copyGuide, proceduresOf, readGuideFiles } from './guide-files.ts';

const folder = 'guide/fixtures/per-distribution';

test.each([
  ['the bundled chapter', undefined, ['guide/message-queue.rst'], distributionTags],
  [
    'a folder',
    folder,
    distributionTags.map((tag) => `${folder}/environment-messaging-${tag}.rst`).sort(),
    distributionTags,
  ],
])('%s is copied whole, and reads as before', async (_, guide, paths, tags) => {
  const files = await readGuideFiles(guide);
  expect([...files.keys()].sort()).toEqual(paths);
  const copy = await copyGuide(guide, files);
  const [before, after] = [proceduresOf(guide), proceduresOf(copy.guide)];
  expect([...after.keys()].sort()).toEqual([...tags].sort());
  for (const [tag, { steps }] of before) expect(after.get(tag)?.steps).toHaveLength(steps.length);
  await copy[Symbol.asyncDispose]();
  expect(existsSync(copy.guide)).toBe(false);
});

test('files that are included come along', async () => {
  const files = await readGuideFiles('guide/fixtures/including.rst');
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['guide/fixtures/including.rst', 'guide/fixtures/parts/account.rst']),
  );
  await using copy = await copyGuide('guide/fixtures/including.rst', files);
  expect(copy.guide.startsWith('guide/')).toBe(false);
  expect(proceduresOf(copy.guide).size).toBe(proceduresOf('guide/fixtures/including.rst').size);
});

test('a guide that is for some readers only is read for these', () => {
  expect([...proceduresOf('guide/fixtures/none.rst').keys()]).toEqual([]);
});
