import type { SourceLocation } from '../model/source-location.ts';
import { commandEnd } from './command-extent.ts';
import { looksTyped, type Prompted, promptOf } from './prompt.ts';
import { dedent, indentOf, isBlank, placeOf, type SourceLine, trimBlank } from './rst/source-line.ts';

/** A piece of a console block: a command with its promised output, or lines that stand behind no prompt. */
export type ConsoleEntry = ConsoleCommand | Stray;

/** A command as typed: prompts and continuation prompts off, its line breaks kept. */
export interface ConsoleCommand {
  readonly kind: 'command';
  readonly text: string;
  readonly where: SourceLocation;
  readonly source: readonly SourceLine[];
  readonly command: string;
  readonly prompt: string;
  readonly promised?: { readonly lines: readonly string[]; readonly where: SourceLocation };
}

/** Lines before the first prompt. */
export interface Stray {
  readonly kind: 'stray';
  readonly text: string;
  readonly where: SourceLocation;
}

/** Whether a block begins with a prompt. */
export function hasPrompt(lines: readonly SourceLine[]): boolean {
  const first = lines.find((line) => !isBlank(line));
  return first !== undefined && promptOf(first) !== undefined;
}

/** Takes a console block apart; every line that is not blank ends in one entry, but for a prompt with nothing behind it. */
export function readConsole(lines: readonly SourceLine[]): ConsoleEntry[] {
  const starts = startsOf(lines);
  const before = trimBlank(lines.slice(0, starts[0]?.at ?? lines.length));
  const entries = starts.map((start, index) => entryOf(lines, start, starts[index + 1]?.at ?? lines.length));
  return [
    ...(before[0] ? [strayOf(before, before[0])] : []),
    ...entries.filter((entry) => entry.command !== ''),
  ];
}

interface Start extends Prompted {
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

/** A prompt counts where the block's first stands; deeper, or before words nobody types, it is output. */
function startAt(lines: readonly SourceLine[], at: number, first: Start | undefined): Start | undefined {
  const line = lines[at];
  const prompted = line && promptOf(line);
  if (!prompted || !looksTyped(prompted.typed)) return undefined;
  if (first && (prompted.column !== first.column || (prompted.prompt === '>' && first.prompt !== '>')))
    return undefined;
  return { ...prompted, at, end: commandEnd(lines, at, prompted) };
}

function entryOf(lines: readonly SourceLine[], start: Start, next: number): ConsoleCommand {
  const source = lines.slice(start.at, start.end);
  const output = trimBlank(lines.slice(start.end, next));
  const typed = [start.typed, ...source.slice(1).map((line) => line.text.replace(/^ *-?> ?/, ''))];
  return {
    kind: 'command',
    text: source.map((line) => line.text).join('\n'),
    where: placeOf(lines[start.at] as SourceLine),
    source,
    command: typed.join('\n'),
    prompt: start.prompt,
    ...(output[0] ? { promised: { lines: flush(output), where: placeOf(output[0]) } } : {}),
  };
}

function flush(lines: readonly SourceLine[]): string[] {
  const depth = Math.min(...lines.filter((line) => !isBlank(line)).map(indentOf));
  return dedent(lines, depth).map((line) => line.text);
}

function strayOf(lines: readonly SourceLine[], first: SourceLine): Stray {
  return { kind: 'stray', text: lines.map((line) => line.text).join('\n'), where: placeOf(first) };
}
