/** Two ways to put a setting into a file that has it already, with another value. */
export type Reading = 'added' | 'replaced';

/** A setting that the file had with another value, and what was made of it. */
export interface DoubtfulEdit {
  /** The line as the guide shows it. */
  readonly line: string;
  readonly section?: string;
  /** The file's own lines for the same key. */
  readonly present: readonly string[];
  readonly reading: Reading;
}
