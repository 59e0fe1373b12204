/** A place in the guide: the file as the user named it, and a line counted from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
}
