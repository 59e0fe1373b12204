import { expect, test } from 'vitest';
import { claimsOf } from '../guide/claims.ts';
import { locateGuide } from '../guide/locate-guide.ts';
import { readGuide } from '../guide/read-guide.ts';
import { distributionTags } from '../model/distribution.ts';
import { expectationsFrom, guideExpectations } from '../requirements/expectations.ts';

test.each(distributionTags)('what OpenStack needs is what the bundled chapter says to %s', (tag) => {
  const claims = claimsOf(readGuide(locateGuide(undefined, tag), tag));
  expect(expectationsFrom(claims)).toEqual(guideExpectations);
});

test('another chapter is taken at its own words', () => {
  const claims = claimsOf(readGuide('guide/fixtures/numbering.rst', 'obs'));
  expect(expectationsFrom(claims)).toMatchObject({
    vhost: '/cloud',
    permissions: { configure: '^a', write: '^b', read: '' },
  });
});
