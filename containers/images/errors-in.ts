import type { HostCommandResult } from './host-command.ts';

/** The lines in which a failed command says what went wrong, at most three, with its exit code. */
export function errorsIn({ exitCode, stdout, stderr }: HostCommandResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /^[EW]: |error|returned a non-zero code/i.test(line));
  const said = errors.length > 0 ? errors.slice(0, 3) : lines.slice(-1);
  return `${said.join('; ') || 'no reason given'} (exit code ${exitCode})`;
}
