import type { Assignment } from '../suites/chapter-input.ts';
import { type Harvest, newHarvest } from '../suites/findings-reporter.ts';
import { onLiveEvent } from '../suites/live-channel.ts';
import { countChecks } from '../suites/planned-checks.ts';
import type { PreparedSuites, prepareSuites } from '../suites/run-suites.ts';
import { inEngine } from './in-engine.ts';
import { liveDisplay } from './live-display.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Follows the guide on each distribution and shows how it goes; what goes wrong outside of any suite is in the harvest, too. */
export async function followGuide(
  assignments: readonly Assignment[],
  options: VerifyOptions,
  signal: AbortSignal,
): Promise<Harvest> {
  const harvest = newHarvest();
  await run(assignments, harvest, options, signal).catch((error: unknown) => {
    harvest.errors.push(error instanceof Error ? error.message : String(error));
  });
  return harvest;
}

async function run(
  assignments: readonly Assignment[],
  harvest: Harvest,
  options: VerifyOptions,
  signal: AbortSignal,
): Promise<void> {
  const totals = assignments.map(
    ({ distribution, procedure }) => [distribution, countChecks(procedure, options)] as const,
  );
  using display = liveDisplay(new Map(totals));
  using _events = onLiveEvent(display.show);
  const orders = assignments.map((assignment) => ({ ...assignment, options }));
  const preparing = prepare(orders, harvest, { jobs: options.jobs, signal });
  // Its failure is told where it is waited for, below.
  preparing.catch(() => undefined);
  try {
    const { keep } = options;
    await inEngine({ display, signal, keep }, async (engine) => (await preparing).run(engine));
  } finally {
    await (await preparing)[Symbol.asyncDispose]();
  }
}

/** vitest takes a while to load, and so does an engine to be found: both at once. */
async function prepare(...asked: Parameters<typeof prepareSuites>): Promise<PreparedSuites> {
  const suites = await import('../suites/run-suites.ts');
  return suites.prepareSuites(...asked);
}
