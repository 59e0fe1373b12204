import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { standInChoices } from '../containers/images/stand-in-use.ts';
import { defaultDistributions, distributions } from '../containers/index.ts';
import { junitFlavours } from '../reports/report-input.ts';
import { failOnChoices } from '../reports/standing.ts';
import type { LintOptions } from './lint.ts';
import type { PlanOptions } from './plan.ts';
import { tool } from './tool.ts';
import { UsageError } from './usage-error.ts';
import type { Shard, VerifyOptions } from './verify-options.ts';

/**
 * Reads the command line and does what it asks for.
 * @returns the exit code.
 * @throws CommanderError for wrong usage, which commander has told the user already.
 */
export async function commandLine(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command(tool.name)
    .description(
      'Follows the message-queue chapter of the OpenStack installation guide and proves what it promises.',
    )
    .version(tool.version)
    .exitOverride()
    .showHelpAfterError('(add --help for what can be said)');
  verifyCommand(program).action(async (_given, command: Command) => {
    const { verify } = await import('./verify.ts');
    exitCode = await verify(runOptionsOf(command));
  });
  ablateCommand(program).action(async (_given, command: Command) => {
    const { ablate } = await import('./ablate.ts');
    exitCode = await ablate(runOptionsOf(command));
  });
  lintCommand(program).action(async (options: LintOptions) => {
    const { lint } = await import('./lint.ts');
    exitCode = lint(options);
  });
  planCommand(program).action(async (options: PlanOptions) => {
    const { plan } = await import('./plan.ts');
    plan(options);
  });
  program
    .command('doctor')
    .description('show which engine, images and package mirrors are usable, without changing anything')
    .action(async () => {
      const { doctor } = await import('./doctor.ts');
      exitCode = await doctor();
    });
  await program.parseAsync(args, { from: 'user' });
  return exitCode;
}

function verifyCommand(program: Command): Command {
  const text = 'follow the guide in a container of each distribution, then prove access over AMQP';
  return runOptions(program.command('verify').description(text))
    .option('--shard <i/n>', 'only the i-th of n parts of the distributions', shard)
    .option('--force-remedy', 'make the trouble arise that the remedy of the guide is for', false)
    .option('--password-matrix', 'also try which passwords the broker ends up with, and which not', false)
    .option('--keep', 'leave the machines running, to look at them', false);
}

/** What everything that runs in machines has in common. */
function runOptions(command: Command): Command {
  const standInsText = 'rehearse on a stand-in where no real image can be had, or wherever one exists';
  const standIns = new Option('--stand-ins <when>', standInsText).choices(standInChoices).default('auto');
  const junit = new Option('--junit <flavour>', 'strict is valid for Jenkins').choices(junitFlavours);
  return command
    .addOption(guideOption())
    .option('--distro <ids>', `distributions, by commas: ${knownIds}`, list, [...defaultDistributions])
    .addOption(standIns)
    .option('--require-real', 'what only a stand-in could be had of counts as not checked', false)
    .option(
      '--jobs <n>',
      'how many machines are worked on at the same time',
      positive,
      availableParallelism(),
    )
    .option('--command-timeout <seconds>', 'end a command of the guide that runs longer', positive, 600)
    .option('--out <folder>', 'where the reports go', 'out')
    .addOption(failOnOption())
    .addOption(junit.default('rich'));
}

function ablateCommand(program: Command): Command {
  const text =
    'leave out each command of the guide in turn, to see that it is needed and that checks can fail';
  return runOptions(program.command('ablate').description(text));
}

function lintCommand(program: Command): Command {
  return program
    .command('lint')
    .description('show defects that can be seen in the text of the guide alone; needs no engine')
    .addOption(guideOption())
    .addOption(failOnOption());
}

function planCommand(program: Command): Command {
  return program
    .command('plan')
    .description('show what a reader of the guide would do, step by step; needs no engine')
    .addOption(guideOption())
    .option('--distro <ids>', `distributions, by commas (default: all the guide serves): ${knownIds}`, list)
    .option('--json', 'for programs, as docs/plan.md describes it', false);
}

const knownIds = distributions.map(({ id }) => id).join(', ');

function guideOption(): Option {
  const text = 'a chapter, or a folder of environment-messaging*.rst (default: the bundled chapter)';
  return new Option('--guide <path>', text);
}

function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'from which severity on a finding fails the run')
    .choices(failOnChoices)
    .default('error');
}

function runOptionsOf(command: Command): VerifyOptions {
  const { commandTimeout, ...options } = command.opts<
    Omit<VerifyOptions, 'commandTimeoutMs'> & { commandTimeout: number }
  >();
  if (options.requireReal && options.standIns === 'only')
    throw new UsageError('expected either --require-real or --stand-ins only, got both');
  return { ...options, commandTimeoutMs: commandTimeout * 1_000 };
}

function shard(text: string): Shard {
  const [, index, count] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const [part, parts] = [Number(index), Number(count)];
  if (!(part <= parts)) throw new InvalidArgumentError(`Expected I/N with I from 1 to N, got "${text}".`);
  return { part, parts };
}

function list(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError(`Expected ids separated by commas, got "${text}".`);
  return ids;
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError(`Expected a whole number from 1, got "${text}".`);
  return number;
}
