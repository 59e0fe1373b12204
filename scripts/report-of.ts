import type { Report } from '../model/report.ts';
import type { TargetResults } from '../suites/assemble-results.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { guideSource } from './guide-source.ts';
import { tool } from './tool.ts';

/** What a run was asked to do, and since when. */
export interface Run {
  readonly command: string;
  readonly startedAt: Date;
  readonly assignments: readonly Assignment[];
  /** The guide as the user named it; absent for the bundled chapter. */
  readonly guide: string | undefined;
}

/** The report of a run that ends now. */
export function reportOf({ command, startedAt, assignments, guide }: Run, results: TargetResults): Report {
  return {
    schemaVersion: 1,
    tool,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    command,
    guide: guideSource(assignments, guide),
    ...results,
  };
}
