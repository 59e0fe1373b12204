import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { proxyEnvironment } from '../proxy-environment.ts';
import { labelsOf } from './built-image.ts';
import type { BaseImage } from './controller-image.ts';
import { errorsIn } from './errors-in.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import type { ReadRecipe } from './recipe.ts';

/** What an image is built on: its name for the engine, and the distribution's own image at the bottom of it. */
export interface Below {
  readonly from: string;
  readonly base: BaseImage;
}

/** Builds an image on another one; resolves to the reason when that did not work. */
export async function build(work: ImageWork, recipe: ReadRecipe, below: Below): Promise<string | undefined> {
  const context = await mkdtemp(join(tmpdir(), 'guideproof-build-'));
  try {
    await Promise.all(recipe.files.map(({ name, content }) => writeFile(join(context, name), content)));
    const built = await runEngine(work, buildCommand(recipe, below, context), withoutNoise(work.onProgress));
    return built.exitCode === 0 ? undefined : errorsIn(built);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

/** No cache: a layer of last month has last month's package index. */
function buildCommand(recipe: ReadRecipe, { from, base }: Below, context: string): string[] {
  return [
    ...['build', '--no-cache', '--force-rm', '--tag', recipe.reference],
    ...['--file', join(context, 'Containerfile')],
    ...pairs('--build-arg', { BASE: from, ...recipe.buildArguments }),
    // A name without a value takes it from the environment, which no process list shows.
    ...Object.keys(proxyEnvironment(process.env)).flatMap((name) => ['--build-arg', name]),
    ...pairs('--label', labelsOf(base)),
    context,
  ];
}

function pairs(option: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

/** Docker paints what a build says on standard error, and without buildx says every time that its builder is old. */
function withoutNoise(onLine: (line: string) => void): (line: string) => void {
  const noise = /^DEPRECATED: |^ +(Install the buildx|https:\/\/docs\.docker\.com\/go\/buildx)|^\s*$/;
  return (line) => {
    const plain = stripVTControlCharacters(line);
    if (!noise.test(plain)) onLine(plain);
  };
}
