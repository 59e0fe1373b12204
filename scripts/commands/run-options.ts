import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { standInChoices } from '../../containers/images/stand-in-use.ts';
import { defaultDistributions } from '../../containers/index.ts';
import { UsageError } from '../usage-error.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { list, positive } from './option-values.ts';
import { failOnOption, guideOption, junitOption, knownIds, outOption } from './shared-options.ts';

/** Adds the options that everything has in common that runs in machines of ours. */
export function withRunOptions(command: Command): Command {
  const standInsText = 'rehearse on a stand-in where no real image can be had, or wherever one exists';
  const standIns = new Option('--stand-ins <when>', standInsText).choices(standInChoices).default('auto');
  const jobsText = 'how many machines are worked on at the same time';
  return command
    .addOption(guideOption())
    .option('--distro <ids>', `distributions, by commas: ${knownIds}`, list, [...defaultDistributions])
    .addOption(standIns)
    .option('--require-real', 'what only a stand-in could be had of counts as not checked', false)
    .option('--jobs <n>', jobsText, positive, availableParallelism())
    .option('--command-timeout <seconds>', 'end a command of the guide that runs longer', positive, 600)
    .addOption(outOption())
    .addOption(failOnOption())
    .addOption(junitOption());
}

/** What was said with these options. @throws UsageError for two that exclude each other. */
export function runOptionsOf(command: Command): VerifyOptions {
  const { commandTimeout, ...options } = command.opts<
    Omit<VerifyOptions, 'commandTimeoutMs'> & { commandTimeout: number }
  >();
  if (options.requireReal && options.standIns === 'only')
    throw new UsageError('expected either --require-real or --stand-ins only, got both');
  return { ...options, commandTimeoutMs: commandTimeout * 1_000 };
}
