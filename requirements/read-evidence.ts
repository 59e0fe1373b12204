import type { Evidence } from '../model/evidence.ts';
import type { ReadCommand } from '../transports/read-commands.ts';
import {
  type CommandResult,
  cutMark,
  type ReadTransport,
  TransportError,
} from '../transports/read-transport.ts';

/** Evidence that something was read. */
export function known<Value>(value: Value): Evidence<Value> {
  return { known: true, value };
}

/** Evidence that something could not be read, and why. */
export function unknown(reason: string): { readonly known: false; readonly reason: string } {
  return { known: false, reason };
}

/** Reads, and understands the result with `parse`; a machine that cannot be reached gives unknown evidence. */
export async function readEvidence<Value>(
  controller: ReadTransport,
  command: ReadCommand,
  parse: (result: CommandResult) => Evidence<Value>,
): Promise<Evidence<Value>> {
  try {
    return parse(await controller.read(command));
  } catch (error) {
    if (error instanceof TransportError) return unknown(error.message);
    throw error;
  }
}

/** Says in one line why a result is of no use. Exit codes 126 and 127 are a shell's and `env`'s (POSIX, `env`). */
export function unusable({ program }: ReadCommand, { exitCode, stdout, stderr }: CommandResult): string {
  if (exitCode === 127) return `there is no ${program} in PATH`;
  if (exitCode === 126) return `${program} may not be run`;
  const said = [...stderr.split('\n'), ...stdout.split('\n')].find((line) => line.trim() !== '');
  if (stdout.endsWith(cutMark)) return `${program} printed more than is read`;
  if (exitCode === 0) return `${program} printed something that is not understood`;
  return `${program} ended with exit code ${exitCode}${said === undefined ? '' : `: ${said.trim().slice(0, 300)}`}`;
}
