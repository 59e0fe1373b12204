import type { Command } from 'commander';

/** One command of the command line: how it is said, and apart from that what it does, so that it can be read without being done. */
export interface CliCommand {
  /** Adds the command with its options to the program. */
  readonly declare: (program: Command) => Command;
  /** Does what was read. @returns the exit code. */
  readonly run: (command: Command) => number | Promise<number>;
}
