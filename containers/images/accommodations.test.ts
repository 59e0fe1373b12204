import { expect, test } from 'vitest';
import { distributionById } from '../index.ts';
import { imageAccommodations } from './accommodations.ts';

const built = (origin: 'registry' | 'archive') => ({
  reference: 'controller:1',
  digest: 'sha256:1',
  base: { reference: 'base:1', digest: 'sha256:2', origin },
});
const ids = (id: string, origin: 'registry' | 'archive') =>
  imageAccommodations(distributionById(id), built(origin)).map((accommodation) => accommodation.id);

test('an image made from the archive had no policy-rc.d to lose; sid’s index may be old', () => {
  expect(ids('debian-sid', 'archive')).toEqual(['image.init', 'image.expired-index']);
  expect(ids('ubuntu-24.04', 'registry')).toEqual(['image.init', 'image.policy-rc.d']);
});

test('an RPM distribution never had one; what its chapter on packages asks for is told', () => {
  expect(ids('centos-stream9', 'registry')).toEqual([
    'image.init',
    'image.masked-units',
    'image.repositories',
  ]);
  expect(ids('opensuse-tumbleweed', 'registry')).toEqual(['image.init', 'image.masked-units']);
});
