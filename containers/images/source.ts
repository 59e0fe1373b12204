import type { Distribution, StandIn } from '../distribution.ts';
import { errorsIn } from './errors-in.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';
import { mirrorObstacle } from './mirror.ts';
import { archiveObstacle } from './mmdebstrap.ts';
import { readRecipe } from './recipe.ts';

/** One way to a distribution's image, whether it can be gone now, and a few words on how or why not. */
export interface Source {
  readonly way: 'present' | 'registry' | 'archive' | 'stand-in';
  readonly usable: boolean;
  readonly detail: string;
}

/** What sources are asked with. */
export interface SourceTools extends Pick<ImageWork, 'run' | 'head'> {
  readonly engine: ImageWork['engine'] | undefined;
  /** Ends every question that has not been answered. */
  readonly signal: AbortSignal;
}

/** Whether the engine has an image by today's recipe. */
export function askEngine(tools: SourceTools, distribution: Distribution): Promise<Source> {
  return ask('present', tools, async (engineWork) => {
    const { reference } = await readRecipe(distribution);
    const image = await inspectImage(engineWork(), reference);
    if (image === undefined) throw new Error('not built yet');
    return `${reference}, built on ${image.created.slice(0, 10)}`;
  });
}

/** Whether the registry shows the manifest of a distribution's official image. */
export function askRegistry(tools: SourceTools, { reference }: Distribution): Promise<Source> {
  return ask('registry', tools, async (engineWork) => {
    const shown = await runEngine(engineWork(), ['manifest', 'inspect', reference]);
    if (shown.exitCode !== 0) throw new Error(errorsIn(shown));
    return `${reference.split('/')[0]} answers`;
  });
}

/** Whether this host could make the image, and the mirror has the suite. */
export function askArchive(tools: SourceTools, { archive }: Distribution): Promise<Source> {
  return ask('archive', tools, async () => {
    if (archive === undefined) throw new Error('an image of it cannot be made from a package archive');
    const obstacle = (await archiveObstacle(tools, archive)) ?? (await mirrorObstacle(tools, archive));
    if (obstacle !== undefined) throw new Error(obstacle);
    return `${archive.mirror} has ${archive.suite}`;
  });
}

/** Whether a distribution can be imitated: the engine has its stand-in, or what that is made of can be had. */
export function askStandIn(
  tools: SourceTools,
  { layer }: StandIn,
  below: readonly Source[],
): Promise<Source> {
  return ask('stand-in', tools, async (engineWork) => {
    const { reference } = await readRecipe(layer);
    if (await inspectImage(engineWork(), reference)) return reference;
    const usable = below.find((source) => source.usable);
    if (usable === undefined) throw new Error(`nothing to make it of: ${below.at(-1)?.detail}`);
    return `can be made of ${usable.detail}`;
  });
}

/** An answer, or whatever stood in its way, as a source. */
async function ask(
  way: Source['way'],
  { engine, run, head, signal }: SourceTools,
  answer: (engineWork: () => ImageWork) => Promise<string>,
): Promise<Source> {
  const engineWork = () => {
    if (engine === undefined) throw new Error('there is no container engine');
    return { engine, run, head, signal, onProgress: () => {} };
  };
  try {
    return { way, usable: true, detail: await answer(engineWork) };
  } catch (error) {
    const late = signal.aborted ? 'no answer in time' : undefined;
    return { way, usable: false, detail: late ?? (error instanceof Error ? error.message : String(error)) };
  }
}
