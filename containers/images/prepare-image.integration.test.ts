import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { distributionById } from '../index.ts';
import { labelsOf } from './built-image.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';
import { ImageUnavailableError } from './image-error.ts';
import { prepare } from './prepare-image.ts';
import type { StandInUse } from './stand-in-use.ts';

const centos = distributionById('centos-stream9');
const origin = { reference: 'somewhere:1', digest: 'sha256:ab', origin: 'registry' } as const;
const built = inspection({ labels: labelsOf(origin) });
const auto: StandInUse = { standIns: 'auto', requireReal: false };

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'guideproof-test-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  vi.unstubAllEnvs();
});

/** An engine that has the images whose names contain a word, and no registry. */
const engineWith = (word: string) =>
  fakeWork((command) => {
    if (command.includes('image inspect')) return command.includes(word) ? built : noSuchImage;
    return command.includes(' pull ') ? { exitCode: 1, stderr: 'no such host' } : { exitCode: 1 };
  });

test('the real image is used where there is one', async () => {
  const { work } = engineWith('controller-centos-stream9:');
  const image = await prepare(work, centos, auto);
  expect(image.kind).toBe('real');
  expect(image.imitates).toBeUndefined();
});

test('where there is none, a stand-in is, and says what it is, what it is not, and why', async () => {
  const { work, progress } = engineWith('stand-in-centos-stream9:');
  const image = await prepare(work, centos, auto);
  expect(image.kind).toBe('stand-in');
  expect(image.imitates).toMatch(/^This is not CentOS Stream 9 but a stand-in for it\. It is Debian 12 /);
  expect(image.accommodations).toEqual([
    { id: 'image.stand-in', text: expect.stringMatching(/could not be had \(registry: no such host\)/) },
  ]);
  expect(progress).toContain('rehearsing on a stand-in for CentOS Stream 9');
});

test('who wants only stand-ins gets one without a look at the registry', async () => {
  const { work, commands } = engineWith(':');
  expect((await prepare(work, centos, { ...auto, standIns: 'only' })).kind).toBe('stand-in');
  expect(commands).toHaveLength(1);
});

test('a distribution that nothing imitates is always the real one', async () => {
  const { work } = engineWith(':');
  const debian = distributionById('debian-12');
  expect((await prepare(work, debian, { ...auto, standIns: 'only' })).kind).toBe('real');
});

test.each([
  [{ ...auto, requireReal: true }, '--require-real'],
  [{ ...auto, standIns: 'never' as const }, '--stand-ins never'],
])('%j takes no stand-in for the real one', async (use, said) => {
  const { work } = engineWith('stand-in-');
  const failure = await prepare(work, centos, use).catch((error) => error);
  expect(failure).toBeInstanceOf(ImageUnavailableError);
  expect(failure.failedWays.at(-1)).toEqual({
    way: 'stand-in',
    reason: `only a stand-in could be had, and ${said} was given`,
  });
});

test('when the stand-in cannot be built either, both reasons are told', async () => {
  const { work } = engineWith('stand-in-rpm-builder:');
  await expect(prepare(work, centos, auto)).rejects.toThrow(
    /an image of CentOS Stream 9, got none \(registry: no such host; stand-in: build: /,
  );
});
