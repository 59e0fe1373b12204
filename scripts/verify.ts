import { assembleResults } from '../suites/assemble-results.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { type Harvest, newHarvest } from '../suites/findings-reporter.ts';
import { onLiveEvent } from '../suites/live-channel.ts';
import { countChecks } from '../suites/planned-checks.ts';
import { prepareSuites } from '../suites/run-suites.ts';
import { readAssignments } from './assignments.ts';
import { readBaseline } from './baseline.ts';
import { chapterOf } from './chapter-of.ts';
import { exitCodes } from './exit-codes.ts';
import { guideSource } from './guide-source.ts';
import { inEngine } from './in-engine.ts';
import { onInterruption } from './interruption.ts';
import { liveDisplay } from './live-display.ts';
import { makeOut } from './make-out.ts';
import { publish } from './publish.ts';
import { reportOf } from './report-of.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Follows the guide on each distribution, proves what it promises, writes the reports and prints the summary.
 * @returns the exit code.
 * @throws UsageError, DistributionError or GuideError before anything has run; what goes wrong later is in the reports.
 */
export async function verify(options: VerifyOptions): Promise<number> {
  const startedAt = new Date();
  const assignments = readAssignments(options);
  const chapter = chapterOf(assignments, options.guide);
  const markKnown = await readBaseline(options.baseline, 'verify');
  await makeOut(options.out);
  using interruption = onInterruption();
  const harvest = newHarvest();
  await run(assignments, harvest, options, interruption.signal).catch((error: unknown) => {
    harvest.errors.push(error instanceof Error ? error.message : String(error));
  });
  const untold = interruption.signal.aborted
    ? 'the run was interrupted before it was reached'
    : 'its suite ended early';
  const guide = guideSource(
    assignments.map(({ procedure }) => procedure),
    options.guide,
  );
  const asked = { command: 'verify', startedAt, guide };
  const report = markKnown(reportOf(asked, assembleResults(assignments, harvest, untold, options)));
  const code = await publish(report, harvest.transcripts, { ...options, chapter });
  for (const error of harvest.errors) process.stderr.write(`guideproof: ${error}\n`);
  return interruption.exitCode ?? (harvest.errors.length > 0 ? exitCodes.couldNotCheck : code);
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
  const preparing = prepareSuites(orders, harvest, { jobs: options.jobs, signal });
  // Its failure is told where it is waited for, below.
  preparing.catch(() => undefined);
  try {
    const { keep } = options;
    await inEngine({ display, signal, keep }, async (engine) => (await preparing).run(engine));
  } finally {
    await (await preparing)[Symbol.asyncDispose]();
  }
}
