import pLimit from 'p-limit';
import type { TranscriptEntry } from '../model/transcript.ts';
import { renderAblation } from '../reports/terminal-ablation.ts';
import { ablateChapter, commandsOf } from '../suites/ablate-chapter.ts';
import { ablationResults, unablatedResults } from '../suites/ablation-results.ts';
import type { TargetResults } from '../suites/assemble-results.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { readAssignments } from './assignments.ts';
import { chapterOf } from './chapter-of.ts';
import { guideSource } from './guide-source.ts';
import { inEngine } from './in-engine.ts';
import { onInterruption } from './interruption.ts';
import { liveDisplay } from './live-display.ts';
import type { LiveDisplay } from './live-row.ts';
import { makeOut } from './make-out.ts';
import { publish } from './publish.ts';
import { reportOf } from './report-of.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Leaves out each command of the guide in turn on each distribution, and reports what notices it.
 * @returns the exit code; a command whose absence nothing notices is a warning.
 * @throws UsageError, DistributionError or GuideError before anything has run.
 */
export async function ablate(options: VerifyOptions): Promise<number> {
  const startedAt = new Date();
  const assignments = readAssignments(options);
  const chapter = chapterOf(assignments, options.guide);
  await makeOut(options.out);
  using interruption = onInterruption();
  const transcripts = new Map<string, readonly TranscriptEntry[]>();
  const done = await ablateAll(assignments, options, interruption.signal, transcripts);
  const results = {
    targets: done.flatMap(({ targets }) => targets),
    coverage: done.flatMap(({ coverage }) => coverage),
    findings: done.flatMap(({ findings }) => findings),
  };
  const guide = guideSource(
    assignments.map(({ procedure }) => procedure),
    options.guide,
  );
  const report = reportOf({ command: 'ablate', startedAt, guide }, results);
  const code = await publish(report, transcripts, { ...options, chapter }, renderAblation);
  return interruption.exitCode ?? code;
}

async function ablateAll(
  assignments: readonly Assignment[],
  options: VerifyOptions,
  signal: AbortSignal,
  transcripts: Map<string, readonly TranscriptEntry[]>,
): Promise<readonly TargetResults[]> {
  const results = new Map<Assignment, TargetResults>();
  const owed = assignments.map(
    (assignment) => [assignment.distribution, commandsOf(assignment).length] as const,
  );
  using display = liveDisplay(new Map(owed));
  const limit = pLimit(options.jobs);
  let trouble = 'the run was interrupted before it was reached';
  await inEngine({ display, signal, keep: false }, async (engine) => {
    const work = assignments.map(async (assignment) => {
      const input = { ...assignment, engine, options: { ...options, keep: false } };
      const ablated = await ablateChapter(input, limit, display.show, signal);
      const { transcript, ...result } = ablationResults(assignment, options, ablated);
      results.set(assignment, result);
      transcripts.set(assignment.distribution, transcript);
      showAll(result, display);
    });
    const ended = await Promise.allSettled(work);
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed && !signal.aborted) throw failed.reason;
  }).catch((error: unknown) => {
    trouble = error instanceof Error ? error.message : String(error);
  });
  return assignments.map(
    (assignment) => results.get(assignment) ?? unablatedResults(assignment, options, trouble),
  );
}

function showAll({ findings }: TargetResults, display: LiveDisplay): void {
  for (const finding of findings) display.show({ kind: 'finding', target: finding.target, finding });
}
