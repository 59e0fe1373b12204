#!/usr/bin/env node
import { CommanderError } from 'commander';
import { DistributionError } from '../containers/distribution-error.ts';
import { GuideError } from '../guide/guide-error.ts';
import { commandLine } from './command-line.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Codes of the errors of use that rooms have which only some commands load. */
const usageCodes: ReadonlySet<unknown> = new Set(['usage', 'inventory', 'password']);

/** Entry of the command: errors of the user's become one message and an exit code, never a stack trace. */
async function main(): Promise<number> {
  try {
    return await commandLine(process.argv.slice(2));
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    process.stderr.write(`guideproof: ${error instanceof Error ? error.message : String(error)}\n`);
    if (codeOf(error) === 'interrupted') return exitCodes.SIGINT;
    return isUsage(error) ? exitCodes.usage : exitCodes.couldNotCheck;
  }
}

function isUsage(error: unknown): boolean {
  if (error instanceof GuideError) return error.code === 'missing';
  if (error instanceof UsageError || error instanceof DistributionError) return true;
  return usageCodes.has(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

process.exitCode = await main();
