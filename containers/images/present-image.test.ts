import { expect, test } from 'vitest';
import { distributionById } from '../index.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';
import { labelsOf, presentImage } from './present-image.ts';

const sid = distributionById('debian-sid');
const base = {
  reference: 'localhost/guideproof/base-debian-sid:1',
  digest: 'sha256:2',
  origin: 'archive',
} as const;

test('an image made from the archive had no policy-rc.d to lose; sid’s index may be old', async () => {
  const { work } = fakeWork(() => inspection({ labels: labelsOf(base) }));
  const image = await presentImage(work, sid, 'controller:1');
  expect(image?.base).toEqual(base);
  expect(image?.accommodations.map(({ id }) => id)).toEqual(['image.init', 'image.expired-index']);
});

test('an image of that name that someone else made is not taken', async () => {
  const { work } = fakeWork(() => inspection({ labels: { 'guideproof.base.origin': 'elsewhere' } }));
  expect(await presentImage(work, sid, 'controller:1')).toBeUndefined();
});

test('an image that is not there is not taken', async () => {
  const { work } = fakeWork(() => noSuchImage);
  expect(await presentImage(work, sid, 'controller:1')).toBeUndefined();
});
