import type { Report } from '../model/report.ts';
import { assembleResults } from '../suites/assemble-results.ts';
import { readAssignments } from './assignments.ts';
import { readBaseline } from './baseline.ts';
import { chapterOf } from './chapter-of.ts';
import { exitCodes } from './exit-codes.ts';
import { followGuide } from './follow-guide.ts';
import { guideSource } from './guide-source.ts';
import { onInterruption } from './interruption.ts';
import { makeOut } from './make-out.ts';
import { reportOf } from './report-of.ts';
import type { Follow, RunMade } from './suggest.ts';
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
  const following = followGuide(assignments, options, interruption.signal);
  // Rendering reports takes a while to load: time enough while machines boot.
  const publishing = import('./publish.ts');
  const harvest = await following;
  const untold = interruption.signal.aborted
    ? 'the run was interrupted before it was reached'
    : 'its suite ended early';
  const guide = guideSource(
    assignments.map(({ procedure }) => procedure),
    options.guide,
  );
  const asked = { command: 'verify', startedAt, guide };
  const report = markKnown(reportOf(asked, assembleResults(assignments, harvest, untold, options)));
  const suggested = options.suggest
    ? await withSuggestion({ report, assignments, harvest }, options, interruption.signal)
    : report;
  const { publish } = await publishing;
  const broken = harvest.errors.length > 0 ? exitCodes.couldNotCheck : undefined;
  const exitCode = interruption.exitCode ?? broken;
  const code = await publish(suggested, harvest.transcripts, { ...options, chapter, exitCode });
  for (const error of harvest.errors) process.stderr.write(`guideproof: ${error}\n`);
  return exitCode ?? code;
}

/** What was found out is reported even where no patch could be made of it. */
async function withSuggestion(run: RunMade, options: VerifyOptions, signal: AbortSignal): Promise<Report> {
  if (signal.aborted) return run.report;
  try {
    const { suggest } = await import('./suggest.ts');
    return { ...run.report, suggestion: await suggest(run, options, followAgain(options, signal)) };
  } catch (error) {
    process.stderr.write(`guideproof: no patch could be made: ${(error as Error).message}\n`);
    return run.report;
  }
}

function followAgain(options: VerifyOptions, signal: AbortSignal): Follow {
  const asked = { ...options, passwordMatrix: false };
  return async (assignments) => {
    const harvest = await followGuide(assignments, asked, signal);
    const untold = signal.aborted ? 'the run was interrupted' : 'its suite ended early';
    return assembleResults(assignments, harvest, untold, asked).findings;
  };
}
