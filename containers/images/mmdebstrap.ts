import type { ImageWork } from './image-work.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
const statusFormat = '--showformat=${db:Status-Status}\n';

/** Sees to it that mmdebstrap and a keyring are installed on this host; resolves to the reason when they cannot be. */
export async function ensureMmdebstrap(work: ImageWork, keyring: string): Promise<string | undefined> {
  const uid = process.getuid?.();
  if (uid !== 0) return `making an image from the archive needs root on this host, got user id ${uid}`;
  const wanted = ['mmdebstrap', keyring];
  const { exitCode, stdout } = await work.run(['dpkg-query', '--show', statusFormat, ...wanted], {
    signal: work.signal,
  });
  if (exitCode === 127)
    return 'making an image from the archive needs dpkg and apt on this host, got neither';
  if (exitCode === 0 && stdout.split('\n').every((status) => status === 'installed')) return undefined;
  work.onProgress(`installing ${wanted.join(' and ')} on this host with apt-get`);
  return install(work, wanted);
}

async function install(work: ImageWork, packages: readonly string[]): Promise<string | undefined> {
  const patient = ['-o', 'DPkg::Lock::Timeout=120'];
  const options = { environment: { DEBIAN_FRONTEND: 'noninteractive' }, signal: work.signal };
  const update = await work.run(['apt-get', ...patient, 'update'], options);
  const added = await work.run(
    ['apt-get', ...patient, 'install', '--yes', '--no-install-recommends', ...packages],
    options,
  );
  if (added.exitCode === 0) return undefined;
  const said = `${update.stderr}\n${added.stderr}`.split('\n').find((line) => /^[EW]: /.test(line));
  return `apt-get could not install ${packages.join(' and ')}: ${said ?? `exit code ${added.exitCode}`}`;
}
