import type { GuideSource } from '../model/procedure.ts';
import type { Report } from '../model/report.ts';
import { tool } from './tool.ts';

/** What a run was asked to do, and since when. */
export interface Run {
  readonly command: string;
  readonly startedAt: Date;
  readonly guide: GuideSource;
}

/** What a run found out. */
export type Results = Pick<Report, 'targets' | 'coverage' | 'findings'>;

/** The report of a run that ends now. */
export function reportOf({ command, startedAt, guide }: Run, results: Results): Report {
  return {
    schemaVersion: 1,
    tool,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    command,
    guide,
    ...results,
  };
}
