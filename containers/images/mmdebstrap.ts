import { errorsIn } from './errors-in.ts';
import type { ImageWork } from './image-work.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
const statusFormat = '--showformat=${db:Status-Status}\\n';

/** Why this host can make no image from an archive whatever is installed; `undefined` when nothing is in the way. */
export async function archiveObstacle(work: Pick<ImageWork, 'run' | 'signal'>): Promise<string | undefined> {
  const uid = process.getuid?.();
  if (uid !== 0) return `making an image from an archive needs root on this host, got user id ${uid}`;
  const apt = await work.run(['apt-get', '--version'], { signal: work.signal });
  return apt.exitCode === 0 ? undefined : 'making an image from an archive needs apt on this host, got none';
}

/** Sees to it that mmdebstrap and a keyring are installed on this host; resolves to the reason when they cannot be. */
export async function ensureMmdebstrap(work: ImageWork, keyring: string): Promise<string | undefined> {
  const obstacle = await archiveObstacle(work);
  if (obstacle !== undefined) return obstacle;
  const wanted = ['mmdebstrap', keyring];
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
