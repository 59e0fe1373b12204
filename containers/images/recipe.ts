import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Distribution } from '../distribution.ts';

/** Everything that goes into a controller image apart from its base, and the tag that stands for exactly that. */
export interface ReadRecipe {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly hash: string;
  /** Without its tag, which is `hash`. */
  readonly repository: string;
  readonly reference: string;
}

/** Raise it when an image must be built anew although no file and no fact has changed. */
const recipeVersion = 1;

const { resolve } = createRequire(import.meta.url);

/** Reads a distribution's recipe from the package's own files. */
export async function readRecipe(distribution: Distribution): Promise<ReadRecipe> {
  const paths = [distribution.recipe.containerfile, 'boot.sh'];
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      content: await readFile(resolve(`#package/containers/${path}`), 'utf8'),
    })),
  );
  const hash = recipeHash(files, distribution);
  const repository = `localhost/guideproof/controller-${distribution.id}`;
  return { files, hash, repository, reference: `${repository}:${hash}` };
}

/** Twelve hex digits that change whenever something that goes into the image does. */
export function recipeHash(files: ReadRecipe['files'], distribution: Distribution): string {
  const { reference, archive, recipe } = distribution;
  const ingredients = JSON.stringify([recipeVersion, files, reference, archive, recipe]);
  return createHash('sha256').update(ingredients).digest('hex').slice(0, 12);
}
