import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { distributionById } from '../index.ts';
import { labelsOf } from './built-image.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';
import { obtainImage } from './obtain-image.ts';
import { readRecipe } from './recipe.ts';

const debian12 = distributionById('debian-12');
const base = { reference: debian12.reference, digest: 'sha256:ab', origin: 'registry' } as const;
const built = inspection({ labels: labelsOf(base) });

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'guideproof-test-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('http_proxy', 'http://user:secret@proxy:3128');
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  vi.unstubAllEnvs();
});

test('an image that is there already costs one question and remembers what it was built on', async () => {
  const { work, commands } = fakeWork(() => built);
  const { reference } = await readRecipe(debian12);
  expect(await obtainImage(work, debian12)).toEqual({ reference, digest: 'sha256:1d', base });
  expect(commands).toEqual([`docker image inspect ${reference}`]);
});

/** An engine with the official image, where an image is there once it was built. */
function engineThatBuilds(result: { readonly exitCode: number; readonly stderr: string }) {
  let done = false;
  return fakeWork(async (command) => {
    if (command.startsWith('docker build')) {
      // Long enough for someone else to get the lock if it were free.
      await new Promise((resolve) => setTimeout(resolve, 50));
      done = result.exitCode === 0;
      return result;
    }
    if (command.includes('inspect docker.io/')) return inspection({ repoDigest: 'debian@sha256:ab' });
    if (command.includes('image inspect')) return done ? built : noSuchImage;
    return command.includes('image ls') ? { stdout: 'localhost/guideproof/controller-debian-12:older' } : {};
  });
}

test('an image is built on the digest of its base, and its predecessors go', async () => {
  const { work, commands } = engineThatBuilds({ exitCode: 0, stderr: '' });
  await obtainImage(work, debian12);
  const build = commands.find((command) => command.startsWith('docker build'));
  expect(build).toContain('--build-arg BASE=docker.io/library/debian@sha256:ab ');
  expect(build).toContain('--build-arg http_proxy ');
  expect(commands.at(-1)).toBe('docker image rm localhost/guideproof/controller-debian-12:older');
});

test('whoever comes second waits for the build and takes its image', async () => {
  const { work, commands } = engineThatBuilds({ exitCode: 0, stderr: '' });
  const [first, second] = await Promise.all([obtainImage(work, debian12), obtainImage(work, debian12)]);
  expect(second).toEqual(first);
  expect(commands.filter((command) => command.startsWith('docker build'))).toHaveLength(1);
});

test('no secret of a proxy gets into a command line', async () => {
  const { work, commands } = engineThatBuilds({ exitCode: 0, stderr: '' });
  await obtainImage(work, debian12);
  expect(commands.join('\n')).not.toContain('secret');
});

test('a build that fails says why', async () => {
  const { work } = engineThatBuilds({ exitCode: 1, stderr: 'E: Unable to locate package systemd' });
  await expect(obtainImage(work, debian12)).rejects.toThrow(
    /got none \(build: E: Unable to locate package systemd \(exit code 1\)\)/,
  );
});

test('a layer is built on the image below it, which is had first, and remembers the base of that', async () => {
  const layer = {
    name: 'stand-in',
    on: debian12,
    recipe: { ...debian12.recipe, buildArguments: { A: 'b' } },
  };
  const { reference } = await readRecipe(layer);
  const below = await readRecipe(debian12);
  let done = false;
  const { work, commands } = fakeWork((command) => {
    if (command.startsWith('docker build')) done = true;
    if (command.endsWith(`image inspect ${reference}`)) return done ? built : noSuchImage;
    return command.includes('image inspect') ? built : {};
  });
  expect(await obtainImage(work, layer)).toEqual({ reference, digest: 'sha256:1d', base });
  const build = commands.find((command) => command.startsWith('docker build'));
  expect(build).toContain(`--build-arg BASE=${below.reference} --build-arg A=b `);
  expect(build).toContain(`--label guideproof.base.reference=${debian12.reference} `);
});
