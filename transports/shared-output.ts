import { cutMark } from './bounded-store.ts';
import { posixQuote } from './posix-quote.ts';
import type { CommandResult } from './transport.ts';
import type { Printed } from './transport-error.ts';

/**
 * One line for a POSIX shell that runs commands one after another. Before the first and after each it prints a line
 * with `mark` and the exit code to both outputs; `mark` has to be one that no command can know.
 */
export function sharedScript(mark: string, commands: readonly (readonly string[])[]): string {
  const marking = `m() { printf '\\n${mark} %s\\n' "$1"; printf '\\n${mark} %s\\n' "$1" >&2; }`;
  const runs = commands.map((argv) => `${posixQuote(argv)} </dev/null; m $?`);
  return [marking, 'm 0', ...runs].join('; ');
}

/**
 * What each command printed and how it ended, as far as they ended; undefined when the script never began. Where an
 * output was cut, what was lost of it is told by the cut mark, and the other output still has the exit codes.
 */
export function sharedResults(
  mark: string,
  { stdout, stderr }: Printed,
): readonly Omit<CommandResult, 'durationMs'>[] | undefined {
  const out = sections(mark, stdout);
  const err = sections(mark, stderr);
  if (!out.begun && !err.begun) return undefined;
  const codes = out.codes.length > err.codes.length ? out.codes : err.codes;
  return codes.map((exitCode, index) => ({
    exitCode,
    stdout: out.texts[index] ?? cutMark,
    stderr: err.texts[index] ?? cutMark,
  }));
}

/** What stands between the marks; the last text is of the command that has not ended. */
function sections(mark: string, text: string) {
  const [, begun, ...parts] = text.split(new RegExp(`\\n${mark} (\\d+)\\n`));
  const texts = parts.filter((_, index) => index % 2 === 0);
  const codes = parts.filter((_, index) => index % 2 === 1).map(Number);
  return { begun: begun !== undefined, texts, codes };
}
