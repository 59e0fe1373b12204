import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChapter } from '../guide/read-chapter.ts';
import type { GuideSource } from '../model/procedure.ts';
import { sampleReport, sampleTarget } from '../reports/fixtures/sample-report.fixture.ts';
import { readAssignments } from './assignments.ts';
import { guideSource } from './guide-source.ts';
import { reportChapter } from './report-chapter.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'chapter-'));
  await cp('guide/fixtures/per-distribution', join(root, 'folder'), { recursive: true });
  await cp('guide/message-queue.rst', join(root, 'guide.rst'));
});
afterAll(() => rm(root, { recursive: true }));

const targets = [sampleTarget({ id: 'debian-12' })];
const chapterOf = (guide: GuideSource) => reportChapter({ ...sampleReport, targets, guide });
const sourceOf = (guide: string) =>
  guideSource(
    readAssignments({ guide, distro: ['debian-12'] }).map(({ procedure }) => procedure),
    guide,
  );

test.each(['guide.rst', 'folder'])('%s is read again where the report says that it is', (name) => {
  const path = join(root, name);
  expect(chapterOf(sourceOf(path))).toEqual(readChapter(path, ['debian']));
});

test('the bundled chapter is known by its bytes, wherever the run was', () => {
  const { sha256 } = sourceOf(join(root, 'guide.rst'));
  expect(chapterOf({ path: 'elsewhere/message-queue.rst', sha256 })).toEqual(
    readChapter(undefined, ['debian']),
  );
});

test('a guide that has changed since, or is not there, is not shown', async () => {
  const path = join(root, 'guide.rst');
  expect(chapterOf({ path, sha256: 'b'.repeat(64) })).toBeUndefined();
  expect(chapterOf({ path: join(root, 'none.rst'), sha256: 'b'.repeat(64) })).toBeUndefined();
  await writeFile(path, '');
  expect(chapterOf({ path, sha256: 'b'.repeat(64) })).toBeUndefined();
});
