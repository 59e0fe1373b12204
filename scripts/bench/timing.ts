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

/** The median of ratios with their spread, and whether it keeps a bound. */
export interface Ratio {
  readonly kept: boolean;
  readonly text: string;
}

/** Holds the median of `ratios` to a bound. */
export function holdTo(bound: number, what: string, ratios: readonly number[]): Ratio {
  const sorted = [...ratios].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const spread = `${(sorted.at(0) ?? 0).toFixed(2)} to ${(sorted.at(-1) ?? 0).toFixed(2)}`;
  const kept = median <= bound;
  return {
    kept,
    text: `${what}: ${median.toFixed(2)} (${spread}), bound ${bound}: ${kept ? 'kept' : 'broken'}`,
  };
}
