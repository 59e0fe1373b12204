import { isShell, type Prompted, promptOf } from './prompt.ts';
import { indentOf, type SourceLine } from './rst/source-line.ts';
import { splitShellWords } from './shell-words.ts';

/** How many of the lines after a prompt's belong to its command: what `\`, an open quote or a here-document carries on. */
export function linesCarriedOn(prompted: Prompted, rest: readonly SourceLine[]): number {
  if (!isShell(prompted.prompt)) return lengthWhile(rest, (line) => /^ *->/.test(line.text));
  const texts = rest.map((line) => withoutPrompt(line, prompted));
  const here = /(?<!<)<<(?!<)(-?)\s*(['"]?)(\w+)\2/.exec(prompted.typed);
  if (here) return texts.findIndex((text) => (here[1] ? text.trim() : text) === here[3]) + 1;
  return Math.max(
    openLines(prompted.typed, texts),
    lengthWhile(rest, (line) => carriesOn(line, prompted)),
  );
}

/** The line without the prompt that carries a command on: a shell's stands where its first does, deeper it is a redirection. */
export function withoutPrompt(line: SourceLine, prompted: Prompted): string {
  if (!isShell(prompted.prompt)) return line.text.replace(/^ *-> ?/, '');
  return carriesOn(line, prompted) ? line.text.slice(prompted.column).replace(/^> ?/, '') : line.text;
}

function carriesOn(line: SourceLine, { column }: Prompted): boolean {
  return indentOf(line) === column && /^ *>(?: |$)/.test(line.text);
}

function lengthWhile(lines: readonly SourceLine[], holds: (line: SourceLine) => boolean): number {
  const end = lines.findIndex((line) => !holds(line));
  return end < 0 ? lines.length : end;
}

/** A quote that is still open at the next prompt, or at the end, is a slip, and carries nothing on. */
function openLines(typed: string, rest: readonly string[]): number {
  let text = typed;
  let slashed = 0;
  for (const [index, line] of rest.entries()) {
    if (/(?<!\\)(?:\\\\)*\\$/.test(text)) slashed = index + 1;
    else if (splitShellWords(text)) return index;
    else if (promptOf({ file: '', line: 0, text: line })) return slashed;
    text += `\n${line}`;
  }
  return splitShellWords(text) ? rest.length : slashed;
}
