import { malformed } from '../guide-error.ts';
import type { Item } from './block.ts';
import type { BlockForm } from './block-form.ts';
import { dedent, indentOf, isBlank, placeOf, type SourceLine } from './source-line.ts';

const form =
  /^(?:(?<number>\d+)[.)]|\((?<enclosed>\d+)\)|(?<letter>[a-z])[.)]|(?<auto>#)[.)]|[*+•-])(?<gap> +|$)/;

/** An item of a list, with all that is indented under its text. */
export const item: BlockForm = (lines, at, reader) => {
  const first = lines[at];
  const match = first && form.exec(first.text);
  if (!first || !match) return undefined;
  const width = match.groups?.gap ? match[0].length : widthBelow(lines[at + 1]);
  const next = endOfItem(lines, at, width);
  const head = { ...first, text: first.text.slice(match[0].length) };
  const blocks = reader.read([head, ...dedent(lines.slice(at + 1, next), width)]);
  return { blocks: [{ kind: 'item', where: placeOf(first), marker: markerOf(match), blocks }], next };
};

/** Whether a text begins as an item of a list does. */
export function beginsItem(text: string): boolean {
  return form.test(text);
}

function markerOf(match: RegExpExecArray): Item['marker'] {
  const { number, enclosed, letter, auto } = match.groups ?? {};
  if (auto) return 'auto';
  if (letter) return letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return number || enclosed ? Number(number ?? enclosed) : 'bullet';
}

function widthBelow(line: SourceLine | undefined): number {
  return line && !isBlank(line) && indentOf(line) > 0 ? indentOf(line) : 2;
}

function endOfItem(lines: readonly SourceLine[], at: number, width: number): number {
  let next = at + 1;
  for (let line = lines[next]; line && (isBlank(line) || indentOf(line) >= width); line = lines[next])
    next += 1;
  const after = lines[next];
  const before = lines[next - 1];
  if (after && before && !isBlank(before) && !beginsItem(after.text)) refuseUnindent(after, width);
  return next;
}

function refuseUnindent(line: SourceLine, width: number): never {
  const expected = `a blank line, or the item's text going on ${width} columns in`;
  throw malformed(line, expected, `“${line.text.trim()}” ${indentOf(line)} columns in`);
}
