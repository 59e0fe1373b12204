import { setMaxListeners } from 'node:events';
import type { Distribution } from '../distribution.ts';
import type { EngineAddress } from '../engine/engine.ts';
import { head } from './head.ts';
import { runHostCommand } from './host-command.ts';
import { askArchive, askEngine, askRegistry, type Source, type SourceTools } from './source.ts';

/** Where a distribution's image would come from now: the first usable one of its sources. */
export interface SourceDescription {
  readonly distribution: Distribution;
  readonly use: Source['way'] | 'unavailable';
  readonly sources: readonly Source[];
}

/** How long every source together may take to answer. */
const answerMs = 3_000;

/** Asks, all at once and changing nothing, where each distribution's image would come from; takes three seconds at most. */
export function describeSources(
  engine: EngineAddress | undefined,
  distributions: readonly Distribution[],
): Promise<SourceDescription[]> {
  const signal = AbortSignal.timeout(answerMs);
  // Every question listens to it; Node.js would take more than ten listeners for a leak.
  setMaxListeners(0, signal);
  return describeWith({ engine, run: runHostCommand, head, signal }, distributions);
}

/** As `describeSources`, with the ways of asking given; each registry is asked once. */
export function describeWith(
  tools: SourceTools,
  distributions: readonly Distribution[],
): Promise<SourceDescription[]> {
  const registries = new Map<string, Promise<Source>>();
  return Promise.all(
    distributions.map(async (distribution) => {
      const registry = distribution.reference.split('/', 1).join();
      const answer = registries.get(registry) ?? askRegistry(tools, distribution);
      registries.set(registry, answer);
      const sources = await Promise.all([
        askEngine(tools, distribution),
        answer,
        askArchive(tools, distribution),
      ]);
      return { distribution, use: sources.find(({ usable }) => usable)?.way ?? 'unavailable', sources };
    }),
  );
}
