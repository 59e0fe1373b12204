import { expect, test } from 'vitest';
import { readAssignments } from './assignments.ts';
import { guideSource } from './guide-source.ts';

const folder = 'guide/fixtures/per-distribution';
const sourceOf = (guide: string | undefined, ...distro: string[]) => {
  const asked = guide === undefined ? {} : { guide };
  return guideSource(
    readAssignments({ ...asked, distro }).map(({ procedure }) => procedure),
    guide,
  );
};

test('the parts of a run over a folder agree on what their guide is', () => {
  const debian = sourceOf(folder, 'debian-12');
  expect(debian).toEqual({ path: folder, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(sourceOf(folder, 'ubuntu-24.04', 'debian-12')).toEqual(debian);
});

test('a file is itself, and the bundled chapter is one', () => {
  const [{ procedure } = { procedure: undefined }] = readAssignments({ distro: ['debian-12'] });
  expect(sourceOf(undefined, 'debian-12')).toEqual(procedure?.guide);
});
