import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Distribution } from '../distribution.ts';
import { proxyEnvironment } from '../proxy-environment.ts';
import type { BaseImage } from './controller-image.ts';
import { errorsIn } from './errors-in.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { labelsOf } from './present-image.ts';
import type { ReadRecipe } from './recipe.ts';

/** Builds a controller image on a base; resolves to the reason when that did not work. */
export async function build(
  work: ImageWork,
  distribution: Distribution,
  recipe: ReadRecipe,
  base: BaseImage,
): Promise<string | undefined> {
  const context = await mkdtemp(join(tmpdir(), 'guideproof-build-'));
  try {
    await Promise.all(recipe.files.map(({ name, content }) => writeFile(join(context, name), content)));
    const argv = buildCommand(distribution, recipe, base, context);
    const built = await runEngine(work, argv, withoutNoise(work.onProgress));
    return built.exitCode === 0 ? undefined : errorsIn(built);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

/** No cache: a layer of last month has last month's package index. */
function buildCommand(
  distribution: Distribution,
  recipe: ReadRecipe,
  base: BaseImage,
  context: string,
): string[] {
  const buildArguments = { BASE: baseName(base), ...distribution.recipe.buildArguments };
  return [
    ...['build', '--no-cache', '--force-rm', '--tag', recipe.reference],
    ...['--file', join(context, 'Containerfile')],
    ...pairs('--build-arg', buildArguments),
    // A name without a value takes it from the environment, which no process list shows.
    ...Object.keys(proxyEnvironment(process.env)).flatMap((name) => ['--build-arg', name]),
    ...pairs('--label', labelsOf(base)),
    context,
  ];
}

/** A registry's image by its digest; one made here has no digest that an engine could find it by. */
function baseName({ reference, digest, origin }: BaseImage): string {
  return origin === 'archive' ? reference : `${reference.replace(/:[^:/]*$/, '')}@${digest}`;
}

function pairs(option: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

/** Docker without buildx says before every build, over three lines, that its builder is old. */
function withoutNoise(onLine: (line: string) => void): (line: string) => void {
  const noise = /^DEPRECATED: |^ +(Install the buildx|https:\/\/docs\.docker\.com\/go\/buildx)|^\s*$/;
  return (line) => {
    if (!noise.test(line)) onLine(line);
  };
}
