#!/usr/bin/env node
import { CommanderError } from 'commander';
import { commandLine } from './command-line.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes } from './exit-codes.ts';

/** Entry of the command: errors of the user's become one message and an exit code, never a stack trace. */
async function main(): Promise<number> {
  try {
    return await commandLine(process.argv.slice(2));
  } catch (error) {
    // It has told the user already.
    if (!(error instanceof CommanderError))
      process.stderr.write(`guideproof: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}

// Whoever reads our output may have had enough of it, as `| head` has: reports are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const exitCode = await main();
process.exitCode = exitCode;
// Whom an interrupted run was still waiting for, a machine that does not answer say, nobody waits for any more.
if (exitCode === exitCodes.SIGINT || exitCode === exitCodes.SIGTERM)
  process.stdout.write('', () => process.exit(exitCode));
