import type { FailOn } from './standing.ts';

/** `width` in columns of the terminal. */
export interface TerminalOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly failOn: FailOn;
  /** What the process is going to end with, where that is not for the findings to say: it was interrupted. */
  readonly exitCode?: number | undefined;
}
