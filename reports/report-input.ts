import type { Chapter } from '../model/chapter.ts';
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
  /** The guide itself, for formats that show it; absent where there is none to show. */
  readonly chapter?: Chapter;
  /** The guide's files as text, by the path that findings name them with; what is missing here gets no fixes. */
  readonly sources?: ReadonlyMap<string, string>;
  readonly options: ReportOptions;
}

/** What a user or the place of the run decides about reports. */
export interface ReportOptions {
  readonly junit: JunitFlavour;
  readonly failOn: FailOn;
  /** Absolute folders: where the repository is, and the one that relative paths are counted from; absent outside of any. */
  readonly repository?: { readonly root: string; readonly cwd: string };
}

/** One report format: the file it is written to, and how. */
export interface ReportFormat {
  readonly file: string;
  readonly render: (input: ReportInput) => string;
}
