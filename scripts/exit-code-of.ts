import { CommanderError } from 'commander';
import { DistributionError } from '../containers/distribution-error.ts';
import { GuideError } from '../guide/guide-error.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Codes of the errors of use that rooms have which only some commands load. */
const usageCodes: ReadonlySet<unknown> = new Set(['usage', 'inventory', 'password']);

/** The exit code for an error with which the command ended; a request for help is none. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  if (codeOf(error) === 'interrupted') return exitCodes.SIGINT;
  return isUsage(error) ? exitCodes.usage : exitCodes.couldNotCheck;
}

function isUsage(error: unknown): boolean {
  if (error instanceof GuideError) return error.code === 'missing';
  if (error instanceof UsageError || error instanceof DistributionError) return true;
  return usageCodes.has(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
