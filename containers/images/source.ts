import type { AptArchive, Distribution } from '../distribution.ts';
import { errorsIn } from './errors-in.ts';
import type { head } from './head.ts';
import { type ImageWork, runEngine } from './image-work.ts';
import { inspectImage } from './inspect-image.ts';
import { archiveObstacle } from './mmdebstrap.ts';
import { readRecipe } from './recipe.ts';

/** One way to a distribution's image, whether it can be gone now, and a few words on how or why not. */
export interface Source {
  readonly way: 'present' | 'registry' | 'archive';
  readonly usable: boolean;
  readonly detail: string;
}

/** What sources are asked with. */
export interface SourceTools extends Pick<ImageWork, 'run'> {
  readonly engine: ImageWork['engine'] | undefined;
  readonly head: typeof head;
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
    const obstacle = await archiveObstacle(tools);
    if (obstacle !== undefined) throw new Error(obstacle);
    return askMirror(tools, archive);
  });
}

async function askMirror(tools: SourceTools, { mirror, suite }: AptArchive): Promise<string> {
  const url = new URL(`${mirror}/dists/${suite}/InRelease`);
  const status = await tools.head(url, process.env.http_proxy, tools.signal);
  if (status !== 200) throw new Error(`expected HTTP status 200 from ${url.href}, got ${status}`);
  return `${mirror} has ${suite}`;
}

/** An answer, or whatever stood in its way, as a source. */
async function ask(
  way: Source['way'],
  { engine, run, signal }: SourceTools,
  answer: (engineWork: () => ImageWork) => Promise<string>,
): Promise<Source> {
  const engineWork = () => {
    if (engine === undefined) throw new Error('there is no container engine');
    return { engine, run, signal, onProgress: () => {} };
  };
  try {
    return { way, usable: true, detail: await answer(engineWork) };
  } catch (error) {
    const late = signal.aborted ? 'no answer in time' : undefined;
    return { way, usable: false, detail: late ?? (error instanceof Error ? error.message : String(error)) };
  }
}
