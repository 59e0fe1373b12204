import { ablateCommand } from './ablate.ts';
import { checkCommand } from './check.ts';
import type { CliCommand } from './cli-command.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { lintCommand } from './lint.ts';
import { mergeCommand } from './merge.ts';
import { planCommand } from './plan.ts';
import { verifyCommand } from './verify.ts';

/** Everything that can be asked for on the command line, in the order of `--help`. */
export const cliCommands: readonly CliCommand[] = [
  verifyCommand,
  checkCommand,
  ablateCommand,
  lintCommand,
  planCommand,
  doctorCommand,
  mergeCommand,
  diffCommand,
];
