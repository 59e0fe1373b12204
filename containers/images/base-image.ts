import { createHash } from 'node:crypto';
import type { Distribution } from '../distribution.ts';
import { importFromArchive } from './archive.ts';
import type { BaseImage, BaseOrigin } from './controller-image.ts';
import { type FailedWay, ImageUnavailableError } from './image-error.ts';
import type { ImageWork } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';
import { pull } from './registry.ts';

/**
 * Comes by a distribution's base image: the registry's, else the registry's as the engine has it from before, else one
 * made from the distribution's package archive.
 * @throws ImageUnavailableError when none of these ways works, with the reason for each.
 */
export async function obtainBase(work: ImageWork, distribution: Distribution): Promise<BaseImage> {
  const failed: FailedWay[] = [];
  const pullReason = await pull(work, distribution.reference);
  const pulled = await pinned(
    work,
    distribution.reference,
    pullReason === undefined ? 'registry' : 'present',
  );
  if (pulled) return pulled;
  failed.push({ way: 'registry', reason: pullReason ?? 'the pulled image has no digest' });
  work.onProgress(`no image of ${distribution.name} from the registry: ${failed[0]?.reason}`);
  const reference = archiveReference(distribution);
  const made = (await inspectImage(work, reference))
    ? undefined
    : await importFromArchive(work, distribution, reference);
  const image = await inspectImage(work, reference);
  if (image) return { reference, digest: image.id, origin: 'archive' };
  failed.push({ way: 'archive', reason: made ?? 'the imported image is gone' });
  throw new ImageUnavailableError(distribution.name, failed);
}

/** Named by its content, so that the image built on it does not depend on where a tag points next week. */
async function pinned(
  work: ImageWork,
  reference: string,
  origin: BaseOrigin,
): Promise<BaseImage | undefined> {
  const image = await inspectImage(work, reference);
  const digest = image?.repoDigests[0]?.split('@')[1];
  return digest === undefined ? undefined : { reference, digest, origin };
}

function archiveReference({ id, archive }: Distribution): string {
  const hash = createHash('sha256').update(JSON.stringify(archive)).digest('hex').slice(0, 12);
  return `localhost/guideproof/base-${id}:${hash}`;
}
