import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patchPlace } from './patch-place.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'place-')));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const from = (cwd: string) => vi.spyOn(process, 'cwd').mockReturnValue(cwd);

test('at the root of the guide’s repository the command is short', () => {
  mkdirSync(join(folder, '.git'));
  from(folder);
  const { pathOf, apply } = patchPlace([join(folder, 'doc/chapter.rst'), join(folder, 'parts/a.rst')], 'out');
  expect(pathOf(join(folder, 'doc/chapter.rst'))).toBe('doc/chapter.rst');
  expect(apply).toBe('git apply out/guide.patch');
});

test('elsewhere the command names the root', () => {
  mkdirSync(join(folder, '.git'));
  from(join(folder, 'tools'));
  const { apply } = patchPlace([join(folder, 'doc/chapter.rst')], join(folder, 'my out'));
  expect(apply).toBe(`git -C .. apply '${folder}/my out/guide.patch'`);
});

test('outside of any repository paths count from the current folder', () => {
  from(folder);
  const { pathOf, apply } = patchPlace([join(folder, 'doc/chapter.rst')], 'out');
  expect(pathOf(join(folder, 'doc/chapter.rst'))).toBe('doc/chapter.rst');
  expect(apply).toBe('git apply out/guide.patch');
});

test('a guide outside of that, too, is patched in its own folder', () => {
  from(join(folder, 'tools'));
  const { pathOf, apply } = patchPlace([join(folder, 'doc/chapter.rst')], join(folder, 'out'));
  expect(pathOf(join(folder, 'doc/chapter.rst'))).toBe('chapter.rst');
  expect(apply).toBe(`git -C ../doc apply ${folder}/out/guide.patch`);
});
