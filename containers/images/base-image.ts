import { createHash } from 'node:crypto';
import type { Distribution } from '../distribution.ts';
import { importFromArchive } from './archive.ts';
import type { BaseImage } from './controller-image.ts';
import { type FailedWay, ImageUnavailableError } from './image-error.ts';
import type { ImageWork } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';
import { mirrorObstacle } from './mirror.ts';
import { pull } from './registry.ts';

type Attempt = (
  work: ImageWork,
  distribution: Distribution,
) => Promise<BaseImage | { readonly reason: string }>;

const ways: readonly { readonly way: FailedWay['way']; readonly attempt: Attempt }[] = [
  { way: 'registry', attempt: fromRegistry },
  { way: 'archive', attempt: fromArchive },
];

/**
 * Comes by a distribution's base image: the registry's, else the registry's as the engine has it from before, else one
 * made from the distribution's package archive.
 * @throws ImageUnavailableError when none of these ways works, with the reason for each.
 */
export async function obtainBase(work: ImageWork, distribution: Distribution): Promise<BaseImage> {
  const failedWays: FailedWay[] = [];
  for (const { way, attempt } of ways) {
    const result = await attempt(work, distribution);
    if ('digest' in result) return result;
    failedWays.push({ way, reason: result.reason });
    work.onProgress(`no base image of ${distribution.name} from its ${way}: ${result.reason}`);
  }
  throw new ImageUnavailableError(distribution.name, failedWays);
}

/** Pinned by its content, so that what is built on it does not depend on where the tag points next week. */
async function fromRegistry(work: ImageWork, { reference }: Distribution) {
  const reason = await pull(work, reference);
  const image = await inspectImage(work, reference);
  const digest = image?.repoDigests[0]?.split('@')[1];
  if (digest === undefined) return { reason: reason ?? `${reference} was pulled but has no digest` };
  return { reference, digest, origin: reason === undefined ? 'registry' : 'present' } as const;
}

async function fromArchive(work: ImageWork, distribution: Distribution) {
  const { id, archive, standIn } = distribution;
  if (archive === undefined) return { reason: 'an image of it cannot be made from a package archive' };
  const hash = createHash('sha256').update(JSON.stringify(archive)).digest('hex').slice(0, 12);
  const reference = `localhost/guideproof/base-${id}:${hash}`;
  const present = await inspectImage(work, reference);
  // Where there is something else to turn to, a mirror that is silent is not waited for as long as apt does.
  const silence = present || !standIn ? undefined : await mirrorObstacle(work, archive);
  if (silence !== undefined) return { reason: silence };
  const reason = present ? undefined : await importFromArchive(work, archive, reference);
  const image = present ?? (await inspectImage(work, reference));
  if (image === undefined) return { reason: reason ?? `${reference} was imported but is gone` };
  return { reference, digest: image.id, origin: 'archive' } as const;
}
