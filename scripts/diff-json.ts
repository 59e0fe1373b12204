import type { Report } from '../model/report.ts';
import type { RunDiff } from '../runs/diff-reports.ts';
import type { DiffVerdict } from './judge-diff.ts';

/** The text that `guideproof diff --json` prints, as `docs/merge.md` describes it. */
export function diffJson(
  [before, after]: readonly [Report, Report],
  { fresh, ...diff }: RunDiff,
  { exitCode, held }: DiffVerdict,
): string {
  const content = {
    schemaVersion: 1,
    old: runOf(before),
    new: runOf(after),
    exitCode,
    held: held.length,
    newFails: fresh,
    ...diff,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function runOf({ tool, command, startedAt, guide, targets }: Report) {
  return { tool, command, startedAt, guide, targets: targets.map(({ id }) => id) };
}
