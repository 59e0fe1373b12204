/** What a guide shows in place of what is not worth showing, on a line of its own or within one. */
export const elision = '...';

/** Lines without repeated elisions. */
export function withoutRepeats(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => !isElision(line) || !isElision(lines[index - 1] ?? ''));
}

/** Whether a line stands for any lines. */
export function isElision(line: string): boolean {
  return line.trim() === elision;
}

/** The words of a line. */
export function wordsOf(line: string): readonly string[] {
  return line.split(/\s+/).filter((word) => word !== '');
}
