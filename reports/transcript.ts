import type { TranscriptEntry } from '../model/transcript.ts';

const heading = /^== (.+) == (?:exit code (-?\d+)|did not end), (\S+) ms$/;
const noNewline = '\\ no newline at the end';

/** A transcript's text that cannot be read back. */
export class TranscriptParseError extends Error {
  override readonly name = 'TranscriptParseError';
  readonly code = 'TRANSCRIPT_INVALID';
}

/** The file below `--out` that holds a target's transcript; characters that a file name cannot have are percent-encoded. */
export function transcriptFile(target: string): string {
  // Half a surrogate pair has no encoding: `encodeURIComponent` would throw.
  return `transcripts/${encodeURIComponent(target.replace(/\p{Surrogate}/gu, '\ufffd'))}.txt`;
}

/**
 * Everything that was typed on a target and what it printed. Every command is marked `$` (its further lines `>`) and
 * every line of output `|`, so that nothing a command prints can be taken for a heading.
 */
export function renderTranscript(entries: readonly TranscriptEntry[], target: string): string {
  return [`transcript of ${target}\n`, ...entries.map(renderEntry)].join('\n');
}

/** One command with its heading: id, exit code and milliseconds. */
export function renderEntry(entry: TranscriptEntry): string {
  const ending = entry.exitCode === undefined ? 'did not end' : `exit code ${entry.exitCode}`;
  const command = entry.command.split('\n').map((line, index) => marked(index === 0 ? '$' : '>', line));
  const lines = [
    `== ${entry.id} == ${ending}, ${entry.durationMs} ms`,
    ...command,
    ...outputLines(entry.output),
  ];
  return `${lines.join('\n')}\n`;
}

function outputLines(output: string): readonly string[] {
  if (output === '') return [];
  const whole = output.endsWith('\n');
  const lines = (whole ? output.slice(0, -1) : output).split('\n').map((line) => marked('|', line));
  return whole ? lines : [...lines, noNewline];
}

function marked(mark: string, line: string): string {
  return line === '' ? mark : `${mark} ${line}`;
}

/**
 * The entries that `renderTranscript` wrote; `file` is how messages name the text.
 * @throws TranscriptParseError with the line that was not expected.
 */
export function parseTranscript(text: string, file: string): readonly TranscriptEntry[] {
  const [first = '', ...lines] = text.split('\n');
  const target = /^transcript of (.+)$/.exec(first)?.[1];
  if (target === undefined) throw unexpected(file, 1, '"transcript of TARGET"', first);
  const starts = lines.flatMap((line, index) => (line.startsWith('== ') ? [index] : []));
  const before = lines.slice(0, starts[0]).findIndex((line) => line !== '');
  if (before !== -1) throw unexpected(file, before + 2, 'a heading', lines[before] ?? '');
  return starts.map((start, index) =>
    parseEntry(lines.slice(start, starts[index + 1]), target, file, start + 2),
  );
}

function parseEntry(lines: readonly string[], target: string, file: string, at: number): TranscriptEntry {
  const [title = '', ...rest] = lines;
  const [, id, exitCode, duration] = heading.exec(title) ?? [];
  const durationMs = Number(duration);
  if (id === undefined || Number.isNaN(durationMs)) throw unexpected(file, at, 'a heading', title);
  const odd = rest.findIndex((line) => line !== '' && line !== noNewline && !/^[$>|]( |$)/.test(line));
  if (odd !== -1) throw unexpected(file, at + 1 + odd, 'a line that starts with $, > or |', rest[odd] ?? '');
  const output = unmarked(rest, '|');
  const end = output.length === 0 || rest.includes(noNewline) ? '' : '\n';
  return {
    target,
    id,
    command: [...unmarked(rest, '$'), ...unmarked(rest, '>')].join('\n'),
    output: output.join('\n') + end,
    ...(exitCode !== undefined && { exitCode: Number(exitCode) }),
    durationMs,
  };
}

function unmarked(lines: readonly string[], mark: string): readonly string[] {
  return lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
}

function unexpected(file: string, line: number, expected: string, got: string): TranscriptParseError {
  return new TranscriptParseError(`${file}:${line}: expected ${expected}, got ${JSON.stringify(got)}`);
}
