import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { distributions as all, distributionById } from '../index.ts';
import { describeWith } from './describe-sources.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';

const distributions = all.filter(({ tag }) => tag === 'debian');

beforeEach(() => void vi.spyOn(process, 'getuid').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

const signal = new AbortController().signal;
const mirrorWithoutSid = async (url: URL) => (url.pathname.includes('/sid/') ? 404 : 200);

test('the first usable source is used, and each registry is asked once', async () => {
  const { work, commands } = fakeWork((command) => {
    if (command.includes('controller-debian-12:')) return inspection({});
    if (command.includes('manifest')) return { exitCode: 1, stderr: 'no such host' };
    return command.includes('image inspect') ? noSuchImage : {};
  });
  const described = await describeWith({ ...work, head: mirrorWithoutSid, signal }, distributions);
  expect(Object.fromEntries(described.map(({ distribution, use }) => [distribution.id, use]))).toEqual({
    'debian-11': 'archive',
    'debian-12': 'present',
    'debian-13': 'archive',
    'debian-sid': 'unavailable',
  });
  expect(commands.filter((command) => command.includes('manifest'))).toHaveLength(1);
  expect(described.at(-1)?.sources.map(({ detail }) => detail)).toEqual([
    'not built yet',
    'no such host (exit code 1)',
    'expected HTTP status 200 from http://deb.debian.org/debian/dists/sid/InRelease, got 404',
  ]);
});

test('without an engine the archive can still be asked', async () => {
  const { run } = fakeWork(() => ({})).work;
  const [described] = await describeWith(
    { engine: undefined, run, head: mirrorWithoutSid, signal },
    distributions,
  );
  expect(described?.sources).toEqual([
    { way: 'present', usable: false, detail: 'there is no container engine' },
    { way: 'registry', usable: false, detail: 'there is no container engine' },
    { way: 'archive', usable: true, detail: 'http://deb.debian.org/debian has bullseye' },
  ]);
});

test('what has not answered in time is not usable', async () => {
  const { run } = fakeWork(() => ({})).work;
  const late = async () => Promise.reject(new Error('The operation was aborted'));
  const tools = { engine: undefined, run, head: late, signal: AbortSignal.abort() };
  const [described] = await describeWith(tools, distributions);
  expect(described?.use).toBe('unavailable');
  expect(described?.sources.at(-1)?.detail).toBe('no answer in time');
});

test('a stand-in is the last resort, as long as there is something to make it of', async () => {
  const offline = fakeWork((command) => {
    if (command.includes('controller-debian-12:')) return inspection({});
    return command.includes('image inspect') ? noSuchImage : { exitCode: 1, stderr: 'no such host' };
  });
  const ubuntu = ['ubuntu-22.04', 'ubuntu-24.04'].map(distributionById);
  const missing = async () => 404;
  const described = await describeWith({ ...offline.work, head: missing, signal }, ubuntu);
  expect(described.map(({ use }) => use)).toEqual(['stand-in', 'unavailable']);
  expect(described[0]?.sources.at(-1)).toEqual({
    way: 'stand-in',
    usable: true,
    detail: expect.stringMatching(/^can be made of localhost.guideproof.controller-debian-12:/),
  });
  expect(described[1]?.sources.at(-1)?.detail).toMatch(/^nothing to make it of: /);
});

test('a stand-in that is there is named', async () => {
  const { work } = fakeWork((command) => {
    if (command.includes('stand-in-centos-stream9:')) return inspection({});
    return command.includes('image inspect') ? noSuchImage : { exitCode: 1, stderr: 'no such host' };
  });
  const [described] = await describeWith({ ...work, head: async () => 404, signal }, [
    distributionById('centos-stream9'),
  ]);
  expect(described?.use).toBe('stand-in');
  expect(described?.sources.at(-1)?.detail).toMatch(/^localhost.guideproof.stand-in-centos-stream9:/);
});
