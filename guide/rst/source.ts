import type { SourceLine } from './source-line.ts';

/** A file of a guide as lines; `sha256` is of its bytes, in hex. */
export interface Source {
  readonly path: string;
  readonly sha256: string;
  readonly lines: readonly SourceLine[];
}
