import { z } from 'zod';
import { type BaseImage, type BuiltImage, baseOrigins } from './controller-image.ts';
import type { ImageWork } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';

const baseLabels = z
  .object({
    'guideproof.base.reference': z.string(),
    'guideproof.base.digest': z.string(),
    'guideproof.base.origin': z.enum(baseOrigins),
  })
  .transform((labels) => ({
    reference: labels['guideproof.base.reference'],
    digest: labels['guideproof.base.digest'],
    origin: labels['guideproof.base.origin'],
  }));

/** The labels by which an image remembers what it was built on. */
export function labelsOf(base: BaseImage): Record<keyof z.input<typeof baseLabels>, string> {
  return {
    'guideproof.base.reference': base.reference,
    'guideproof.base.digest': base.digest,
    'guideproof.base.origin': base.origin,
  };
}

/** The image under a reference, if the engine has it and it says what it was built on. */
export async function builtImage(work: ImageWork, reference: string): Promise<BuiltImage | undefined> {
  const image = await inspectImage(work, reference);
  const base = baseLabels.safeParse(image?.labels);
  return image && base.success ? { reference, digest: image.id, base: base.data } : undefined;
}
