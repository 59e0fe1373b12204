import type { FailOn } from '../reports/standing.ts';
import { diffReports } from '../runs/diff-reports.ts';
import { diffJson } from './diff-json.ts';
import { renderDiff } from './diff-text.ts';
import { judgeDiff } from './judge-diff.ts';
import { readRun } from './read-run.ts';
import { withoutCommands } from './tell-github.ts';
import { UsageError } from './usage-error.ts';

/** What a user can say about a comparison. */
export interface DiffOptions {
  readonly json: boolean;
  readonly failOn: FailOn;
}

/**
 * Prints what changed from one run to another; each path is a `findings.json` or the folder that holds it.
 * @returns 2 when something cannot be checked any more, else 1 when a new fail is at or above `failOn`, else 0.
 * @throws UsageError for a report that is missing or broken, and for runs of two different commands.
 */
export async function diff(older: string, newer: string, { json, failOn }: DiffOptions): Promise<number> {
  const [before, after] = await Promise.all([readRun(older), readRun(newer)]);
  if (before.command !== after.command)
    throw new UsageError(
      `expected two runs of one command, got ${before.command} in ${older} and ${after.command} in ${newer}`,
    );
  const found = diffReports(before, after);
  const verdict = judgeDiff(found, after, failOn);
  const { stdout } = process;
  const colour = Boolean(stdout.isTTY) && !process.env.NO_COLOR;
  if (json) stdout.write(diffJson([before, after], found, verdict));
  else stdout.write(withoutCommands(renderDiff(found, verdict, colour), process.env));
  return verdict.exitCode;
}
