import type { SourceLocation } from '../model/source-location.ts';
import { linesCarriedOn, withoutPrompt } from './command-extent.ts';
import { looksTyped, type Prompted, promptOf } from './prompt.ts';
import { isBlank, outdent, placeOf, type SourceLine, trimBlank } from './rst/source-line.ts';

/** A piece of a console block: a command with its promised output, or lines without a command. */
export type ConsoleEntry = ConsoleCommand | Stray;

/** A command as typed: prompts and continuation prompts off, its line breaks kept. */
interface ConsoleCommand {
  readonly kind: 'command';
  readonly text: string;
  readonly where: SourceLocation;
  readonly source: readonly SourceLine[];
  readonly command: string;
  readonly prompt: string;
  readonly promised?: { readonly lines: readonly string[]; readonly where: SourceLocation };
}

/** Lines before the first prompt, or under a prompt with nothing behind it. */
interface Stray {
  readonly kind: 'stray';
  readonly text: string;
  readonly where: SourceLocation;
}

/** Whether a block begins with a prompt. */
export function hasPrompt(lines: readonly SourceLine[]): boolean {
  const first = lines.find((line) => !isBlank(line));
  return first !== undefined && promptOf(first) !== undefined;
}

/** Takes a console block apart: every line ends in one entry, but for blank ones and bare prompts. */
export function readConsole(lines: readonly SourceLine[]): ConsoleEntry[] {
  const starts = startsOf(lines);
  const before = trimBlank(lines.slice(0, starts[0]?.at ?? lines.length));
  const entries = starts.map((start, index) => entryOf(lines, start, starts[index + 1]?.at ?? lines.length));
  return [...strayOf(before), ...entries.flat()];
}

interface Start extends Prompted {
  readonly line: SourceLine;
  readonly at: number;
  readonly end: number;
}

function startsOf(lines: readonly SourceLine[]): Start[] {
  const starts: Start[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const start = startAt(lines, at, starts[0]);
    if (!start) continue;
    starts.push(start);
    at = start.end - 1;
  }
  return starts;
}

/** A prompt counts where the block's first stands; deeper, or before words that nobody types, it is output. */
function startAt(lines: readonly SourceLine[], at: number, first: Start | undefined): Start | undefined {
  const line = lines[at];
  const prompted = line && promptOf(line);
  if (!line || !prompted || !looksTyped(prompted)) return undefined;
  if (first && prompted.column !== first.column) return undefined;
  if (first && first.prompt !== '>' && prompted.prompt === '>') return undefined;
  return { ...prompted, line, at, end: at + 1 + linesCarriedOn(prompted, lines.slice(at + 1)) };
}

function entryOf(lines: readonly SourceLine[], start: Start, next: number): ConsoleEntry[] {
  const source = lines.slice(start.at, start.end);
  const output = trimBlank(lines.slice(start.end, next));
  const command = [start.typed, ...source.slice(1).map((line) => withoutPrompt(line, start))].join('\n');
  if (command === '') return strayOf(output);
  const text = source.map((line) => line.text).join('\n');
  const said = {
    kind: 'command',
    text,
    where: placeOf(start.line),
    source,
    command,
    prompt: start.prompt,
  } as const;
  const [first] = output;
  if (!first) return [said];
  return [{ ...said, promised: { lines: outdent(output).map((line) => line.text), where: placeOf(first) } }];
}

function strayOf(lines: readonly SourceLine[]): Stray[] {
  const [first] = lines;
  if (!first) return [];
  return [{ kind: 'stray', text: lines.map((line) => line.text).join('\n'), where: placeOf(first) }];
}
