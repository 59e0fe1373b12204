import type { Distribution, StandIn } from '../distribution.ts';
import type { EngineAddress } from '../engine/engine.ts';
import { imageAccommodations } from './accommodations.ts';
import type { ControllerImage } from './controller-image.ts';
import { head } from './head.ts';
import { runHostCommand } from './host-command.ts';
import { type FailedWay, ImageUnavailableError, reasonsOf } from './image-error.ts';
import type { ImageWork } from './image-work.ts';
import { obtainImage } from './obtain-image.ts';
import { type StandInUse, standInsForbiddenBy } from './stand-in-use.ts';

export interface PrepareImageOptions extends StandInUse {
  /** Hears, line by line, what is going on. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The image that boots as a controller of a distribution, or as a stand-in for one, as `options` have it.
 * @throws ImageUnavailableError when it could not be had, with everything that was tried.
 */
export async function prepareImage(
  engine: EngineAddress,
  distribution: Distribution,
  options: PrepareImageOptions,
): Promise<ControllerImage> {
  return prepare({ engine, run: runHostCommand, head, ...options }, distribution, options);
}

/** As `prepareImage`, with the ways of reaching the world given. */
export async function prepare(
  work: ImageWork,
  distribution: Distribution,
  use: StandInUse,
): Promise<ControllerImage> {
  const { standIn } = distribution;
  const forbidden = standInsForbiddenBy(use);
  if (standIn && use.standIns === 'only' && forbidden === undefined)
    return prepareStandIn(work, distribution, standIn, []);
  try {
    const built = await obtainImage(work, distribution);
    return { ...built, kind: 'real', accommodations: imageAccommodations(distribution, built) };
  } catch (error) {
    if (!(error instanceof ImageUnavailableError) || standIn === undefined) throw error;
    if (forbidden === undefined) return prepareStandIn(work, distribution, standIn, error.failedWays);
    const reason = `only a stand-in could be had, and ${forbidden} was given`;
    throw new ImageUnavailableError(distribution.name, [...error.failedWays, { way: 'stand-in', reason }]);
  }
}

/** `failedWays` says why it is not the real one; it is empty when the real one was not asked for. */
async function prepareStandIn(
  work: ImageWork,
  { name }: Distribution,
  { layer, truth }: StandIn,
  failedWays: readonly FailedWay[],
): Promise<ControllerImage> {
  work.onProgress(`rehearsing on a stand-in for ${name}`);
  const imitates = `This is not ${name} but a stand-in for it. It is ${truth}.`;
  const why =
    failedWays.length === 0
      ? 'The real one was not asked for.'
      : `The real one could not be had (${reasonsOf(failedWays)}).`;
  try {
    const built = await obtainImage(work, layer);
    const accommodations = [{ id: 'image.stand-in', text: `${imitates} ${why}` }];
    return { ...built, kind: 'stand-in', imitates, accommodations };
  } catch (error) {
    if (!(error instanceof ImageUnavailableError)) throw error;
    const reason = reasonsOf(error.failedWays);
    throw new ImageUnavailableError(name, [...failedWays, { way: 'stand-in', reason }]);
  }
}
