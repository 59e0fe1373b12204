import { expect, test, vi } from 'vitest';
import { distributionById } from '../index.ts';
import { obtainBase } from './base-image.ts';
import { fakeWork, inspection, noSuchImage } from './fake-work.fixture.ts';
import { ImageUnavailableError } from './image-error.ts';

const debian12 = distributionById('debian-12');
const official = 'docker.io/library/debian:bookworm';
const unreachable = { exitCode: 1, stderr: 'dial tcp: no such host' };

test('the registry’s image is named by its digest', async () => {
  const { work } = fakeWork((command) =>
    command.includes('inspect') ? inspection({ repoDigest: 'debian@sha256:ab' }) : {},
  );
  expect(await obtainBase(work, debian12)).toEqual({
    reference: official,
    digest: 'sha256:ab',
    origin: 'registry',
  });
});

test('without the registry, its image from an earlier day will do', async () => {
  const { work } = fakeWork((command) =>
    command.includes('inspect') ? inspection({ repoDigest: 'debian@sha256:ab' }) : unreachable,
  );
  expect(await obtainBase(work, debian12)).toEqual({
    reference: official,
    digest: 'sha256:ab',
    origin: 'present',
  });
});

test('without either, an image made from the archive before is taken', async () => {
  const { work, commands } = fakeWork((command) => {
    if (command.includes('inspect localhost/guideproof/base-debian-12:')) return inspection({});
    return command.includes('inspect') ? noSuchImage : unreachable;
  });
  expect(await obtainBase(work, debian12)).toMatchObject({ digest: 'sha256:1d', origin: 'archive' });
  expect(commands.join('\n')).not.toContain('mmdebstrap');
});

test('when no way works, the error tells why of each', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  const { work } = fakeWork((command) => (command.includes('inspect') ? noSuchImage : unreachable));
  const failure = await obtainBase(work, debian12).catch((error) => error);
  vi.restoreAllMocks();
  expect(failure).toBeInstanceOf(ImageUnavailableError);
  expect(failure.failedWays).toEqual([
    { way: 'registry', reason: 'dial tcp: no such host' },
    { way: 'archive', reason: 'making an image from an archive needs root on this host, got user id 1000' },
  ]);
  expect(failure.message).toContain(
    'expected an image of Debian 12 (bookworm), got none (registry: dial tcp',
  );
});

test('a distribution without an archive has one way less', async () => {
  const { archive: _, ...distribution } = debian12;
  const { work } = fakeWork((command) => (command.includes('inspect') ? noSuchImage : unreachable));
  await expect(obtainBase(work, distribution)).rejects.toThrow(
    /got none \(registry: dial tcp: no such host\)$/,
  );
});

test('where there is a stand-in to turn to, a mirror that has not got the suite is left alone', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  const { work, commands } = fakeWork((command) => {
    if (command.includes('inspect')) return noSuchImage;
    return command.includes(' pull ') ? unreachable : {};
  });
  const missing = { ...work, head: async () => 404 };
  await expect(obtainBase(missing, distributionById('ubuntu-24.04'))).rejects.toThrow(
    /archive: expected HTTP status 200 from http:..archive\.ubuntu\.com.*noble.InRelease, got 404/,
  );
  expect(commands.join('\n')).not.toContain('mmdebstrap --');
  vi.restoreAllMocks();
});
