import type { FailOn } from './standing.ts';

/** `width` in columns of the terminal. */
export interface TerminalOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly failOn: FailOn;
}
