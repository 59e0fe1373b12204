import { expect, test } from 'vitest';
import { builtImage, labelsOf } from './built-image.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';

const base = {
  reference: 'localhost/guideproof/base-debian-sid:1',
  digest: 'sha256:2',
  origin: 'archive',
} as const;

test('an image remembers what it was built on', async () => {
  const { work } = fakeWork(() => inspection({ labels: labelsOf(base) }));
  expect(await builtImage(work, 'controller:1')).toEqual({
    reference: 'controller:1',
    digest: 'sha256:1d',
    base,
  });
});

test('an image of that name that someone else made is not taken', async () => {
  const { work } = fakeWork(() => inspection({ labels: { 'guideproof.base.origin': 'elsewhere' } }));
  expect(await builtImage(work, 'controller:1')).toBeUndefined();
});

test('an image that is not there is not taken', async () => {
  const { work } = fakeWork(() => noSuchImage);
  expect(await builtImage(work, 'controller:1')).toBeUndefined();
});
