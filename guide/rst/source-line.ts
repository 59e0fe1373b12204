import type { SourceLocation } from '../../model/source-location.ts';

/** A line with the place it came from; white space at its end is gone. */
export interface SourceLine extends SourceLocation {
  readonly text: string;
}

/** Whether nothing is on the line. */
export function isBlank(line: SourceLine): boolean {
  return line.text === '';
}

/** How many columns the line is indented. */
export function indentOf(line: SourceLine): number {
  return line.text.length - line.text.trimStart().length;
}

/** The lines with `columns` columns taken off their front. */
export function dedent(lines: readonly SourceLine[], columns: number): SourceLine[] {
  return lines.map((line) => ({ ...line, text: line.text.slice(columns) }));
}

/** The lines without the blank ones at either end. */
export function trimBlank(lines: readonly SourceLine[]): SourceLine[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** The lines with the indentation that they have in common taken off. */
export function outdent(lines: readonly SourceLine[]): SourceLine[] {
  return dedent(lines, Math.min(...lines.filter((line) => !isBlank(line)).map(indentOf)));
}

/** The place of a line alone. */
export function placeOf(line: SourceLocation): SourceLocation {
  return { file: line.file, line: line.line };
}
