import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Distribution, Layer, Recipe } from '../distribution.ts';

/** Everything that goes into an image apart from what it is built on, and the tag that stands for exactly that. */
export interface ReadRecipe {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly hash: string;
  /** Without its tag, which is `hash`. */
  readonly repository: string;
  readonly reference: string;
}

/** Raise it when an image must be built anew although no file and no fact has changed. */
const recipeVersion = 1;

const { resolve } = createRequire(import.meta.url);

/** Reads the recipe of a distribution's controller, or of a layer, from the package's own files. */
export async function readRecipe(image: Distribution | Layer): Promise<ReadRecipe> {
  const { recipe } = image;
  const name = 'on' in image ? image.name : `controller-${image.id}`;
  const files = [...(await readFiles(recipe)), ...writtenFiles(recipe)];
  const below = 'on' in image ? (await readRecipe(image.on)).hash : [image.reference, image.archive];
  const hash = recipeHash(files, recipe.buildArguments, below);
  const repository = `localhost/guideproof/${name}`;
  const { buildArguments } = recipe;
  return { name, files, buildArguments, hash, repository, reference: `${repository}:${hash}` };
}

/** Twelve hex digits that change whenever something that goes into the image does; `below` is what it is built on. */
function recipeHash(
  files: ReadRecipe['files'],
  buildArguments: ReadRecipe['buildArguments'],
  below: unknown,
): string {
  const ingredients = JSON.stringify([recipeVersion, files, buildArguments, below]);
  return createHash('sha256').update(ingredients).digest('hex').slice(0, 12);
}

function readFiles({ containerfile, files }: Recipe): Promise<ReadRecipe['files']> {
  return Promise.all(
    [containerfile, ...files].map(async (path) => ({
      name: basename(path),
      content: await readFile(resolve(`#package/containers/${path}`), 'utf8'),
    })),
  );
}

function writtenFiles({ written = {} }: Recipe): ReadRecipe['files'] {
  return Object.entries(written).map(([name, content]) => ({ name, content }));
}
