import { createHash } from 'node:crypto';
import type { AptArchive, Distribution } from '../distribution.ts';
import { importFromArchive } from './archive.ts';
import type { BaseImage } from './controller-image.ts';
import { type FailedWay, ImageUnavailableError } from './image-error.ts';
import type { ImageWork } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';
import { mirrorObstacle } from './mirror.ts';
import { archiveObstacle } from './mmdebstrap.ts';
import { pull } from './registry.ts';

type Attempt = (
  work: ImageWork,
  distribution: Distribution,
) => Promise<BaseImage | { readonly reason: string }>;

interface Way {
  readonly way: FailedWay['way'];
  readonly attempt: Attempt;
}

/** Not every distribution has an archive that an image can be made of. */
function waysTo({ archive }: Distribution): readonly Way[] {
  const registry: Way = { way: 'registry', attempt: fromRegistry };
  if (archive === undefined) return [registry];
  const fromIt: Attempt = (work, distribution) => fromArchive(work, distribution, archive);
  return [registry, { way: 'archive', attempt: fromIt }];
}

/**
 * Comes by a distribution's base image: the registry's, else the registry's as the engine has it from before, else one
 * made from the distribution's package archive.
 * @throws ImageUnavailableError when none of these ways works, with the reason for each.
 */
export async function obtainBase(work: ImageWork, distribution: Distribution): Promise<BaseImage> {
  const failedWays: FailedWay[] = [];
  for (const { way, attempt } of waysTo(distribution)) {
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

async function fromArchive(work: ImageWork, { id, standIn }: Distribution, archive: AptArchive) {
  const hash = createHash('sha256').update(JSON.stringify(archive)).digest('hex').slice(0, 12);
  const reference = `localhost/guideproof/base-${id}:${hash}`;
  const present = await inspectImage(work, reference);
  // Where there is something else to turn to, a silent mirror is not waited for as long as apt waits for it.
  if (!present && standIn) {
    const obstacle = (await archiveObstacle(work, archive)) ?? (await mirrorObstacle(work, archive));
    if (obstacle !== undefined) return { reason: obstacle };
  }
  const reason = present ? undefined : await importFromArchive(work, archive, reference);
  const image = present ?? (await inspectImage(work, reference));
  if (image === undefined) return { reason: reason ?? `${reference} was imported but is gone` };
  return { reference, digest: image.id, origin: 'archive' } as const;
}
