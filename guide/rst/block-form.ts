import type { Block } from './block.ts';
import type { SourceLine } from './source-line.ts';

/** What a form may ask of the reader it works for. */
export interface BlockReader {
  /** Reads lines whose outermost indentation is column 0. */
  read(lines: readonly SourceLine[]): Block[];
  /** Reads the file that the `include` directive at `from` names. */
  include(argument: string, from: SourceLine): Block[];
}

/** What a form made of the lines from where it was asked up to `next`, which it leaves alone. */
export interface Read {
  readonly blocks: readonly Block[];
  readonly next: number;
}

/** A form of RST: looks at the lines from `at`, the first of them not blank; `undefined` when they are not of its form. */
export type BlockForm = (lines: readonly SourceLine[], at: number, reader: BlockReader) => Read | undefined;
