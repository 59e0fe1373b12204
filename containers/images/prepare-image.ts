import { join } from 'node:path';
import type { Distribution } from '../distribution.ts';
import type { EngineAddress } from '../engine/engine.ts';
import { cacheFolder } from '../engine/engine-folder.ts';
import { lockFile } from '../engine/file-lock.ts';
import { obtainBase } from './base-image.ts';
import { build } from './build.ts';
import type { ControllerImage } from './controller-image.ts';
import { runHostCommand } from './host-command.ts';
import { ImageUnavailableError } from './image-error.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { presentImage } from './present-image.ts';
import { type ReadRecipe, readRecipe } from './recipe.ts';

export interface PrepareImageOptions {
  /** Hears, line by line, what is going on. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The image that boots as a controller of a distribution: the one built earlier by the same recipe, else a new one.
 * @throws ImageUnavailableError when it could not be had, with everything that was tried.
 */
export async function prepareImage(
  engine: EngineAddress,
  distribution: Distribution,
  options: PrepareImageOptions,
): Promise<ControllerImage> {
  return prepare({ engine, run: runHostCommand, ...options }, distribution);
}

/** As `prepareImage`, with the way of running programs given. */
export async function prepare(work: ImageWork, distribution: Distribution): Promise<ControllerImage> {
  const recipe = await readRecipe(distribution);
  const find = () => presentImage(work, distribution, recipe.reference);
  const present = await find();
  if (present) return present;
  await using _lock = await lockFile(join(cacheFolder(), 'images', `${distribution.id}.lock`), {
    ...(work.signal && { signal: work.signal }),
  });
  // Whoever held the lock until now may have built it.
  return (await find()) ?? (await buildAnew(work, distribution, recipe));
}

async function buildAnew(
  work: ImageWork,
  distribution: Distribution,
  recipe: ReadRecipe,
): Promise<ControllerImage> {
  const base = await obtainBase(work, distribution);
  work.onProgress(`building ${recipe.reference} on ${base.reference}`);
  const reason = await build(work, distribution, recipe, base);
  const built = await presentImage(work, distribution, recipe.reference);
  if (built === undefined) {
    throw new ImageUnavailableError(distribution.name, [
      { way: 'build', reason: reason ?? 'the built image is gone' },
    ]);
  }
  await removeOlder(work, recipe);
  return built;
}

/** Images of recipes gone by; the engine itself keeps those that a container still uses. */
async function removeOlder(work: ImageWork, { repository, reference }: ReadRecipe): Promise<void> {
  const listed = await runEngine(work, ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', repository]);
  const older = listed.stdout.split('\n').filter((name) => name !== '' && name !== reference);
  for (const name of older) await runEngine(work, ['image', 'rm', name]);
}
