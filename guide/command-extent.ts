import type { Prompted } from './prompt.ts';
import { promptOf } from './prompt.ts';
import type { SourceLine } from './rst/source-line.ts';
import { splitShellWords } from './shell-words.ts';

const limit = 200;

/** Index after the last line of the command that begins at `at`: it goes on after `\`, in open quotes, to a here-document's end. */
export function commandEnd(lines: readonly SourceLine[], at: number, { typed, prompt }: Prompted): number {
  const rest = lines.slice(at + 1, at + limit).map((line) => line.text.replace(/^ *-?> ?/, ''));
  if (prompt !== '#' && prompt !== '$') return at + 1 + programLines(lines.slice(at + 1));
  const here = /<<(-?)\s*(['"]?)(\w+)\2/.exec(typed);
  if (here) return at + 1 + linesUpTo(rest, (line) => (here[1] ? line.trim() : line) === here[3]);
  return at + 1 + openLines(typed, rest);
}

/** How many lines a program's prompt `->` carries on. */
function programLines(rest: readonly SourceLine[]): number {
  const end = rest.findIndex((line) => !/^ *->/.test(line.text));
  return end < 0 ? rest.length : end;
}

/** How many lines there are up to and with the first that `ends`; none when no line does. */
function linesUpTo(rest: readonly string[], ends: (line: string) => boolean): number {
  return rest.findIndex(ends) + 1;
}

/** How many lines belong to a command that a backslash or an open quote carries on. */
function openLines(typed: string, rest: readonly string[]): number {
  let text = typed;
  let slashed = 0;
  for (const [index, line] of rest.entries()) {
    if (/(?<!\\)(?:\\\\)*\\$/.test(text)) slashed = index + 1;
    else if (splitShellWords(text)) return index;
    if (slashed <= index && promptOf({ file: '', line: 0, text: line })) return slashed;
    text += `\n${line}`;
  }
  return splitShellWords(text) ? rest.length : slashed;
}
