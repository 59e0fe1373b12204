import { expect, test } from 'vitest';
import { readAssignments } from './assignments.ts';

const distro = ['debian-11', 'debian-12', 'debian-13', 'debian-12'];
const ids = (part?: number, parts = 2) =>
  readAssignments({ distro, ...(part && { shard: { part, parts } }) }).map(
    ({ distribution }) => distribution,
  );

test('each distribution once, with the procedure of its tag', () => {
  expect(ids()).toEqual(['debian-11', 'debian-12', 'debian-13']);
});

test('shards are disjoint and leave nothing out', () => {
  expect([ids(1), ids(2)]).toEqual([['debian-11', 'debian-13'], ['debian-12']]);
});

test('an empty shard is a mistake', () => {
  expect(() => ids(4, 4)).toThrow('expected at most as many shards as distributions (3), got --shard 4/4');
});

test('an unknown distribution is named, with the one that was meant', () => {
  expect(() => readAssignments({ distro: ['debian-2'] })).toThrow('Did you mean debian-12?');
});
