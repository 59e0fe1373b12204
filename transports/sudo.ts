import type { CommandResult } from './transport.ts';

/**
 * Puts `sudo` before a command: it never asks (`-n`), and takes no argument of the command's as its own (`--`). Its
 * refusals are known by their words, so it speaks English.
 */
export function withSudo(argv: readonly string[]): readonly string[] {
  return ['env', 'LC_ALL=C', 'sudo', '-n', '--', ...argv];
}

/** How a command under `sudo` ended, or what `sudo` said when it refused to run it. */
export type SudoEnd = CommandResult | { readonly refused: string };

/** What sudo prints of itself although it goes on to run the command. */
const harmless = /^sudo(?:-rs)?: (?:unable to resolve host|setrlimit|unable to send audit message)/;

/** Refusals: sudo's and sudo-rs's messages about themselves, and the two of sudo's that do not begin with its name. */
const refusal =
  /^sudo(?:-rs)?: |^Sorry, user .+ (?:may not run sudo|is not allowed to execute)|^.+ is not (?:in the sudoers file|allowed to (?:run|execute))/;

/** What `env`, a shell or an engine says when there is no `sudo`, or none that may be run. */
const absent = /\bsudo\b['’"`]?: (?:command not found|not found|No such file or directory|Permission denied)/;

/**
 * Tells the command's own end from sudo's refusal, for which sudo(8) has only exit code 1 and words. In doubt it is a
 * refusal: that is never taken for an answer. A command that is missing ends as under a shell, with 127 or 126.
 */
export function sudoEnd(result: CommandResult): SudoEnd {
  const lines = result.stderr.split('\n').map((line) => line.trim());
  const missing = [126, 127].includes(result.exitCode) && lines.some((line) => absent.test(line));
  if (missing) return { refused: 'sudo is not there, or may not be run' };
  const said = lines.find((line) => refusal.test(line) && !harmless.test(line));
  if (result.exitCode !== 1 || said === undefined) return result;
  if (/: command not found$/.test(said)) return { ...result, exitCode: 127 };
  if (/: unable to execute /.test(said)) return { ...result, exitCode: 126 };
  return { refused: `sudo said "${said.replace(/^sudo(?:-rs)?: /, '')}"` };
}
