import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AptArchive, Distribution } from '../distribution.ts';
import type { HostCommandResult } from './host-command.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { ensureMmdebstrap } from './mmdebstrap.ts';

/** A smaller root file system than this, in bytes, is not a whole one; Debian's smallest is about 120 MB. */
const leastSize = 60_000_000;

/** Makes a base image out of a package archive and gives it a name; resolves to the reason when that did not work. */
export async function importFromArchive(
  work: ImageWork,
  distribution: Distribution,
  reference: string,
): Promise<string | undefined> {
  const { archive } = distribution;
  if (archive === undefined) return 'this distribution has no package archive that an image can be made from';
  const missing = await ensureMmdebstrap(work, archive.keyring);
  if (missing !== undefined) return missing;
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-base-'));
  try {
    const tar = join(folder, 'root.tar');
    work.onProgress(`making a base image of ${distribution.name} from ${archive.mirror}`);
    return (await bootstrap(work, archive, tar)) ?? (await importTar(work, tar, reference));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Through a file: in a pipe into the engine, a failure would end as an empty image. */
async function bootstrap(work: ImageWork, archive: AptArchive, tar: string): Promise<string | undefined> {
  const expired = archive.mayBeExpired ? ['--aptopt=Acquire::Check-Valid-Until "false"'] : [];
  const made = await work.run(
    ['mmdebstrap', '--variant=minbase', ...expired, archive.suite, tar, ...archive.sources],
    { onLine: work.onProgress, signal: work.signal },
  );
  if (made.exitCode !== 0) return `mmdebstrap: ${explain(made)}`;
  const { size } = await stat(tar);
  return size < leastSize ? `expected at least ${leastSize} bytes from mmdebstrap, got ${size}` : undefined;
}

async function importTar(work: ImageWork, tar: string, reference: string): Promise<string | undefined> {
  const imported = await runEngine(work, ['import', tar, reference]);
  return imported.exitCode === 0 ? undefined : `${work.engine.cli} import: ${explain(imported)}`;
}

function explain({ exitCode, stderr }: HostCommandResult): string {
  const errors = stderr.split('\n').filter((line) => /^E: |rror/.test(line));
  return `${errors.slice(0, 2).join('; ') || 'no reason given'} (exit code ${exitCode})`;
}
