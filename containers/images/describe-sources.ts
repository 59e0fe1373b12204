import { setMaxListeners } from 'node:events';
import type { Distribution, Layer } from '../distribution.ts';
import type { EngineAddress } from '../engine/engine.ts';
import { head } from './head.ts';
import { runHostCommand } from './host-command.ts';
import { askArchive, askEngine, askRegistry, askStandIn, type Source, type SourceTools } from './source.ts';

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

/** As `describeSources`, with the ways of asking given. */
export function describeWith(
  tools: SourceTools,
  distributions: readonly Distribution[],
): Promise<SourceDescription[]> {
  const real = realSources(tools);
  return Promise.all(
    distributions.map(async (distribution) => {
      const { standIn } = distribution;
      const below = standIn && (await real(distributionBelow(standIn.layer)));
      const sources = [
        ...(await real(distribution)),
        ...(standIn && below ? [await askStandIn(tools, standIn, below)] : []),
      ];
      return { distribution, use: sources.find(({ usable }) => usable)?.way ?? 'unavailable', sources };
    }),
  );
}

/** Asks where a real image would come from; each registry and each distribution is asked about once. */
function realSources(tools: SourceTools): (distribution: Distribution) => Promise<readonly Source[]> {
  const registries = new Map<string, Promise<Source>>();
  const known = new Map<string, Promise<readonly Source[]>>();
  return (distribution) => {
    const registry = distribution.reference.split('/', 1).join();
    const answer = registries.get(registry) ?? askRegistry(tools, distribution);
    registries.set(registry, answer);
    const asked =
      known.get(distribution.id) ??
      Promise.all([askEngine(tools, distribution), answer, askArchive(tools, distribution)]);
    known.set(distribution.id, asked);
    return asked;
  };
}

function distributionBelow({ on }: Layer): Distribution {
  return 'on' in on ? distributionBelow(on) : on;
}
