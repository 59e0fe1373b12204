/** Wall time of some work in seconds. */
export async function seconds(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

/** A duration for people. */
export function show(value: number): string {
  return `${value.toFixed(1)} s`;
}

/** Times with their names, for people, in the order in which they were taken. */
export function showAll(times: Readonly<Record<string, number>>): string {
  return Object.entries(times)
    .map(([what, time]) => `${what} ${time.toFixed(2)} s`)
    .join(', ');
}

/** The median of measures with their spread, and whether it keeps a bound. */
export interface Held {
  readonly kept: boolean;
  readonly text: string;
}

/** Holds the median of `measures`, ratios unless `what` names a unit, to a bound that it may not exceed. */
export function holdTo(bound: number, what: string, measures: readonly number[]): Held {
  return hold(what, measures, `at most ${bound}`, (median) => median <= bound);
}

/** Holds the median of `measures` to a bound that it may not fall below. */
export function holdAbove(bound: number, what: string, measures: readonly number[]): Held {
  return hold(what, measures, `at least ${bound}`, (median) => median >= bound);
}

function hold(
  what: string,
  measures: readonly number[],
  bound: string,
  keeps: (median: number) => boolean,
): Held {
  const sorted = [...measures].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const spread = `${(sorted.at(0) ?? 0).toFixed(2)} to ${(sorted.at(-1) ?? 0).toFixed(2)}`;
  const kept = keeps(median);
  return { kept, text: `${what}: ${median.toFixed(2)} (${spread}), ${bound}: ${kept ? 'kept' : 'broken'}` };
}
