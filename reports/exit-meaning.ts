import type { TerminalOptions } from './terminal-options.ts';

const meanings: Readonly<Record<number, string>> = {
  0: 'nothing is held against the run',
  1: 'something is held against the run',
  2: 'something could not be checked',
  130: 'the run was interrupted',
  143: 'the run was told to stop',
};

/** What the exit code of a run tells its caller; `found` is what the findings call for, unless the run ended otherwise. */
export function exitMeaning(found: 0 | 1 | 2, { exitCode = found }: TerminalOptions): string {
  return `Exit code ${exitCode}: ${meanings[exitCode] ?? 'the tool broke'}.`;
}
