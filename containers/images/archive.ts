import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AptArchive } from '../distribution.ts';
import { errorsIn } from './errors-in.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { ensureMmdebstrap } from './mmdebstrap.ts';

/** A smaller root file system than this, in bytes, is not a whole one; Debian's smallest is about 120 MB. */
const leastSize = 60_000_000;

/** Makes a base image out of a package archive and gives it a name; resolves to the reason when that did not work. */
export async function importFromArchive(
  work: ImageWork,
  archive: AptArchive,
  reference: string,
): Promise<string | undefined> {
  const obstacle = await ensureMmdebstrap(work, archive);
  if (obstacle !== undefined) return obstacle;
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-base-'));
  try {
    const tar = join(folder, 'root.tar');
    work.onProgress(`making ${reference} from ${archive.mirror}, which takes about half a minute`);
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
  if (made.exitCode !== 0) return `mmdebstrap: ${errorsIn(made)}`;
  const { size } = await stat(tar);
  return size < leastSize ? `expected at least ${leastSize} bytes from mmdebstrap, got ${size}` : undefined;
}

async function importTar(work: ImageWork, tar: string, reference: string): Promise<string | undefined> {
  const imported = await runEngine(work, ['import', tar, reference]);
  return imported.exitCode === 0 ? undefined : `${work.engine.kind} import: ${errorsIn(imported)}`;
}
