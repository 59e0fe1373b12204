import { join } from 'node:path';
import type { Distribution, Layer } from '../distribution.ts';
import { cacheFolder } from '../engine/engine-folder.ts';
import { lockFile } from '../engine/file-lock.ts';
import { obtainBase } from './base-image.ts';
import { type Below, build } from './build.ts';
import { builtImage } from './built-image.ts';
import type { BaseImage, BuiltImage } from './controller-image.ts';
import { ImageUnavailableError } from './image-error.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { type ReadRecipe, readRecipe } from './recipe.ts';

/**
 * The image of a distribution's controller, or of a layer: the one built earlier by the same recipe, else a new one,
 * built by whoever asks first while all others wait.
 * @throws ImageUnavailableError when it could not be had, with everything that was tried.
 */
export async function obtainImage(work: ImageWork, wanted: Distribution | Layer): Promise<BuiltImage> {
  const recipe = await readRecipe(wanted);
  const find = () => builtImage(work, recipe.reference);
  const present = await find();
  if (present) return present;
  await using _lock = await lockFile(join(cacheFolder(), 'images', `${recipe.name}.lock`), {
    ...(work.signal && { signal: work.signal }),
  });
  // Whoever held the lock until now may have built it.
  return (await find()) ?? (await buildAnew(work, wanted, recipe));
}

async function buildAnew(
  work: ImageWork,
  wanted: Distribution | Layer,
  recipe: ReadRecipe,
): Promise<BuiltImage> {
  const below = await obtainBelow(work, wanted);
  work.onProgress(`building ${recipe.reference} on ${below.from}`);
  const reason = await build(work, recipe, below);
  const built = await builtImage(work, recipe.reference);
  if (built === undefined) {
    throw new ImageUnavailableError(wanted.name, [
      { way: 'build', reason: reason ?? 'the built image is gone' },
    ]);
  }
  await removeOlder(work, recipe);
  return built;
}

async function obtainBelow(work: ImageWork, wanted: Distribution | Layer): Promise<Below> {
  if ('on' in wanted) {
    const { reference, base } = await obtainImage(work, wanted.on);
    return { from: reference, base };
  }
  const base = await obtainBase(work, wanted);
  return { from: pinned(base), base };
}

/** A registry's image by its digest; one made here has no digest that an engine could find it by. */
function pinned({ reference, digest, origin }: BaseImage): string {
  return origin === 'archive' ? reference : `${reference.replace(/:[^:/]*$/, '')}@${digest}`;
}

/** Images of recipes gone by; the engine itself keeps those that a container still uses. */
async function removeOlder(work: ImageWork, { repository, reference }: ReadRecipe): Promise<void> {
  const listed = await runEngine(work, ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', repository]);
  const older = listed.stdout.split('\n').filter((name) => name !== '' && name !== reference);
  for (const name of older) await runEngine(work, ['image', 'rm', name]);
}
