import { diffArrays } from 'diff';
import { plainText } from '../plain-text.ts';

// A reader of a review wants to see what differs; who wants all of it finds it in findings.json.
const longest = 60;

/** Expected against got, line by line: `-` is only expected, `+` is only got, two spaces stand before what both have. */
export function diffLines(expected: string | undefined, actual: string | undefined): readonly string[] {
  const changes = diffArrays(linesOf(expected), linesOf(actual)).flatMap(({ value, added, removed }) =>
    value.map((line) => `${added ? '+ ' : removed ? '- ' : '  '}${line}`.trimEnd()),
  );
  const missing = changes.length - longest;
  if (missing <= 0) return changes;
  return [...changes.slice(0, longest), `… ${missing} more lines are in findings.json`];
}

function linesOf(text: string | undefined): string[] {
  if (text === undefined || text.trim() === '') return [];
  const lines = plainText(text).trimEnd().split('\n');
  return lines.slice(0, 1_000).map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
}
