import type { Engine } from '../containers/engine/engine.ts';
import { openEngine } from '../containers/engine/open-engine.ts';
import { removeAbandoned, removeOwn } from '../containers/engine/removal.ts';
import type { Report } from '../model/report.ts';
import { assembleResults } from '../suites/assemble-results.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { type Harvest, newHarvest } from '../suites/findings-reporter.ts';
import { onLiveEvent } from '../suites/live-channel.ts';
import { countChecks } from '../suites/planned-checks.ts';
import { prepareSuites } from '../suites/run-suites.ts';
import { readAssignments } from './assignments.ts';
import { exitCodes } from './exit-codes.ts';
import { guideSource } from './guide-source.ts';
import { onInterruption } from './interruption.ts';
import { liveDisplay } from './live-display.ts';
import type { LiveDisplay } from './live-row.ts';
import { publish } from './publish.ts';
import { tool } from './tool.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Follows the guide on each distribution, proves what it promises, writes the reports and prints the summary.
 * @returns the exit code.
 * @throws UsageError, DistributionError or GuideError before anything has run; what goes wrong later is in the reports.
 */
export async function verify(options: VerifyOptions): Promise<number> {
  const startedAt = new Date();
  const assignments = readAssignments(options);
  using interruption = onInterruption();
  const harvest = newHarvest();
  await run(assignments, harvest, options, interruption.signal).catch((error: unknown) => {
    harvest.errors.push(error instanceof Error ? error.message : String(error));
  });
  const untold = interruption.signal.aborted
    ? 'the run was interrupted before it was reached'
    : 'its suite ended early';
  const report: Report = {
    schemaVersion: 1,
    tool,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    command: 'verify',
    guide: guideSource(assignments, options.guide),
    ...assembleResults(assignments, harvest, untold, options),
  };
  const code = await publish(report, harvest.transcripts, options);
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
    ({ distribution, procedure }) => [distribution, countChecks(procedure)] as const,
  );
  using display = liveDisplay(new Map(totals));
  using _events = onLiveEvent(display.show);
  const orders = assignments.map((assignment) => ({ ...assignment, options }));
  const preparing = prepareSuites(orders, harvest, { jobs: options.jobs, signal });
  await using engine = await openEngine({ onProgress: display.say, signal });
  await using suites = await preparing;
  await sweep(engine, display);
  // A command that runs in a machine ends when the machine is taken away; what is left is taken away at the end.
  const stop = (): void => void removeOwn(engine).catch(() => []);
  signal.addEventListener('abort', stop);
  try {
    const { kind, cli, host, version, apiVersion, cgroup, environment, origin } = engine;
    await suites.run({ kind, cli, host, version, apiVersion, cgroup, environment, origin });
  } finally {
    signal.removeEventListener('abort', stop);
    if (!options.keep) await removeOwn(engine);
  }
}

async function sweep(engine: Engine, display: LiveDisplay): Promise<void> {
  const removed = await removeAbandoned(engine);
  if (removed.length > 0)
    display.say(`Removed what an earlier run that was killed left behind: ${removed.join(', ')}.`);
}
