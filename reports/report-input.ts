import type { Report } from '../model/report.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { FailOn } from './standing.ts';

/** `rich` says all that GitLab and the GitHub actions can show, `strict` only what Jenkins' schema allows. */
export const junitFlavours = ['rich', 'strict'] as const;
export type JunitFlavour = (typeof junitFlavours)[number];

/** Everything that a report is rendered from. */
export interface ReportInput {
  readonly report: Report;
  /** What was typed and printed on each target, by target id. */
  readonly transcripts: ReadonlyMap<string, readonly TranscriptEntry[]>;
  readonly options: { readonly junit: JunitFlavour; readonly failOn: FailOn };
}

/** One report format: the file it is written to, and how. */
export interface ReportFormat {
  readonly file: string;
  readonly render: (input: ReportInput) => string;
}
