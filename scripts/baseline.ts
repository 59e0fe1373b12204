import type { Report } from '../model/report.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads the earlier run that a run is held against, before anything is run; `path` is its `findings.json` or its folder.
 * @returns what marks in the report of a run that has ended the fails that the baseline has too; without a path nothing.
 * @throws UsageError when there is no such report, or it is of another command.
 */
export async function readBaseline(
  path: string | undefined,
  command: string,
): Promise<(report: Report) => Report> {
  if (path === undefined) return (report) => report;
  const [{ readRun }, { markKnown }] = await Promise.all([
    import('./read-run.ts'),
    import('../runs/mark-known.ts'),
  ]);
  const baseline = await readRun(path);
  if (baseline.command !== command)
    throw new UsageError(`expected a baseline of ${command}, got one of ${baseline.command} in ${path}`);
  return (report) => markKnown(report, baseline);
}
