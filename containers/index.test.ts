import { expect, test } from 'vitest';
import { DistributionError } from './distribution-error.ts';
import { defaultDistributions, distributionById, distributions } from './index.ts';

test('every distribution has an id of its own', () => {
  const ids = distributions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toEqual(expect.arrayContaining([...defaultDistributions]));
});

test('an id leads to its distribution', () => {
  expect(distributionById('debian-12')).toMatchObject({ name: 'Debian 12 (bookworm)', tag: 'debian' });
});

test('an unknown id is answered with those there are, and with the one that was meant', () => {
  const ask = () => distributionById('debain-13');
  expect(ask).toThrow(DistributionError);
  expect(ask).toThrow(/expected one of ubuntu-22.04, .*, got "debain-13"\. Did you mean debian-13\?$/);
  expect(() => distributionById('plan9')).toThrow(/got "plan9"\.$/);
});
