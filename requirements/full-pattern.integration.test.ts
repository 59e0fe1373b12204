import { expect, test } from 'vitest';
import { reachOf } from './full-pattern.ts';

test.each(['.*', '^.*$', '^.*', '.*$', '(.*)', '.+', '^'])('%j matches every name', (pattern) => {
  expect(reachOf(pattern, '.*')).toEqual({ reach: 'enough' });
});

test.each(['', '^$'])('%j matches no name', (pattern) => {
  expect(reachOf(pattern, '.*')).toEqual({ reach: 'no-name' });
});

test.each([
  ['nova', 'openstack'],
  ['*', undefined],
  ['^(?!amq\\.).*$', 'amq.default'],
  ['^[a-z]+$', 'cinder-volume.controller@lvm'],
])('%j misses %j', (pattern, missed) => {
  expect(reachOf(pattern, '.*')).toEqual(
    missed === undefined ? { reach: 'unclear' } : { reach: 'some-names', missed },
  );
});

test('a pattern that JavaScript cannot read is unclear, not narrow', () => {
  expect(reachOf('(?i).*', '.*')).toEqual({ reach: 'unclear' });
});

test('a pattern that takes for ever is given up', () => {
  const start = performance.now();
  expect(reachOf('^(.{1,28}|([0-9a-z_]+)+#)$', '.*')).toEqual({ reach: 'unclear' });
  expect(performance.now() - start).toBeLessThan(2_000);
});

test.each([
  ['^nova', '^nova', { reach: 'enough' }],
  ['.*', '^nova', { reach: 'enough' }],
  ['', '', { reach: 'enough' }],
  ['^cinder', '^nova', { reach: 'some-names', missed: 'nova' }],
  ['', '^nova', { reach: 'no-name' }],
  ['^n', '^nova', { reach: 'unclear' }],
])('%j is measured against what is wanted, %j', (pattern, wanted, reach) => {
  expect(reachOf(pattern, wanted)).toEqual(reach);
});
