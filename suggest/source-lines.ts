import type { Edit } from './proposal.ts';

/** The lines of a text as the guide's reader counts them, without their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}

/** A text with lines changed; new lines end as the text's first line does, and a last line without an end keeps none. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ends = text.match(/\r\n?|\n/g) ?? [];
  const lines = linesOf(text).map((line, index) => ({ line, end: ends[index] ?? '' }));
  const [end = '\n'] = ends;
  for (const { line, removed, lines: wanted } of edits.toSorted((a, b) => b.line - a.line)) {
    const last = line - 1 + removed === lines.length && lines.at(-1)?.end === '';
    const put = wanted.map((one, index) => ({
      line: one,
      end: last && index === wanted.length - 1 ? '' : end,
    }));
    lines.splice(line - 1, removed, ...put);
  }
  return lines.map((one) => one.line + one.end).join('');
}
