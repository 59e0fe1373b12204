import { expect, test } from 'vitest';
import { distributionById } from '../index.ts';
import { mirrorObstacle } from './mirror.ts';

const { archive } = distributionById('ubuntu-24.04');
if (archive === undefined) throw new Error('Ubuntu has an archive');
const signal = undefined;

test('a mirror that has the suite is no obstacle', async () => {
  const asked: string[] = [];
  const head = async (url: URL) => {
    asked.push(url.href);
    return 200;
  };
  expect(await mirrorObstacle({ head, signal }, archive)).toBeUndefined();
  expect(asked).toEqual(['http://archive.ubuntu.com/ubuntu/dists/noble/InRelease']);
});

test('one that cannot be reached says why', async () => {
  const head = () => Promise.reject(new Error('getaddrinfo ENOTFOUND archive.ubuntu.com'));
  expect(await mirrorObstacle({ head, signal }, archive)).toMatch(/ENOTFOUND archive\.ubuntu\.com/);
});

test('a run that was given up is not told as a mirror’s fault', async () => {
  const head = () => Promise.reject(new Error('aborted'));
  const given = AbortSignal.abort(new Error('the run was interrupted'));
  await expect(mirrorObstacle({ head, signal: given }, archive)).rejects.toThrow('the run was interrupted');
});
