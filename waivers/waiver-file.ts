import type { Waiver } from '../model/finding.ts';

/** A file of waivers as it was read. */
export interface WaiverFile {
  /** As the user named it. */
  readonly path: string;
  readonly waivers: readonly FileWaiver[];
}

/** A waiver with what it is for. */
export interface FileWaiver extends Waiver {
  /** A finding's id; `*` stands for any characters, after the first word. */
  readonly id: string;
  /** The id of a target; `*` stands for any characters. */
  readonly target: string;
  /** Where it begins in its file, counted from 1. */
  readonly line: number;
}
