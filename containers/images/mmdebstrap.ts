import type { AptArchive } from '../distribution.ts';
import { errorsIn } from './errors-in.ts';
import type { ImageWork } from './image-work.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
const statusFormat = '--showformat=${db:Status-Status}\\n';

/** Why this host can make no image from an archive, whatever is tried; `undefined` when nothing is in the way. */
export async function archiveObstacle(
  work: Pick<ImageWork, 'run' | 'signal'>,
  { keyring }: AptArchive,
): Promise<string | undefined> {
  const uid = process.getuid?.();
  if (uid !== 0) return `making an image from an archive needs root on this host, got user id ${uid}`;
  const known = await work.run(['apt-cache', 'policy', 'mmdebstrap', keyring], {
    environment: { ...process.env, LC_ALL: 'C' },
    signal: work.signal,
  });
  if (known.exitCode !== 0) return 'making an image from an archive needs apt on this host, got none';
  const [mmdebstrap, keys] = [...known.stdout.matchAll(/^ +Candidate: (.*)$/gm)].map(
    ([, version]) => version,
  );
  // Where apt knows neither, it may only lack an index.
  const missing = mmdebstrap !== undefined && mmdebstrap !== '(none)' && keys === '(none)';
  return missing
    ? `expected package ${keyring} for this host, got none: apt knows of no such package`
    : undefined;
}

/** Sees to it that mmdebstrap and a keyring are installed on this host; resolves to the reason when they cannot be. */
export async function ensureMmdebstrap(work: ImageWork, archive: AptArchive): Promise<string | undefined> {
  const wanted = ['mmdebstrap', archive.keyring];
  const obstacle = await archiveObstacle(work, archive);
  if (obstacle !== undefined) return obstacle;
  const known = await work.run(['dpkg-query', '--show', statusFormat, ...wanted], { signal: work.signal });
  const installed = known.exitCode === 0 && /^installed\ninstalled$/.test(known.stdout);
  return installed ? undefined : install(work, wanted);
}

async function install(work: ImageWork, packages: readonly string[]): Promise<string | undefined> {
  work.onProgress(`installing ${packages.join(' and ')} on this host with apt-get`);
  const apt = (...argv: string[]) =>
    work.run(['apt-get', '-o', 'DPkg::Lock::Timeout=120', ...argv], {
      environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      signal: work.signal,
    });
  // An index that cannot be refreshed may still know these packages.
  await apt('update');
  const added = await apt('install', '--yes', '--no-install-recommends', ...packages);
  return added.exitCode === 0 ? undefined : `apt-get install ${packages.join(' ')}: ${errorsIn(added)}`;
}
