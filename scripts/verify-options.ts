import type { JunitFlavour } from '../reports/report-input.ts';
import type { FailOn } from '../reports/standing.ts';
import type { ChapterOptions } from '../suites/chapter-input.ts';

/** One of several equal parts of a run, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** What a user can say about a verification. */
export interface VerifyOptions extends ChapterOptions {
  /** A file or a folder; absent for the bundled chapter. */
  readonly guide?: string;
  /** Ids of distributions. */
  readonly distro: readonly string[];
  readonly shard?: Shard;
  /** Makes a patch of the guide, and tries it. */
  readonly suggest?: boolean;
  /** The `findings.json` of the run that this one is held against, or its folder. */
  readonly baseline?: string;
  /** How many targets are worked on at the same time. */
  readonly jobs: number;
  /** The folder that the reports are written to. */
  readonly out: string;
  readonly failOn: FailOn;
  readonly junit: JunitFlavour;
}
