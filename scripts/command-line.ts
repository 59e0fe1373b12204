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
import type { VerifyOptions } from './verify-options.ts';

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
    exitCode = await verify(verifyOptions(command));
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
  return program
    .command('verify')
    .description('follow the guide in a container of each distribution, then prove access over AMQP')
    .addOption(guideOption())
    .option('--distro <ids>', `distributions, by commas: ${knownIds}`, list, [...defaultDistributions])
    .addOption(
      new Option(
        '--stand-ins <when>',
        'rehearse on a stand-in where no real image can be had, or wherever one exists',
      )
        .choices(standInChoices)
        .default('auto'),
    )
    .option('--require-real', 'what only a stand-in could be had of counts as not checked', false)
    .option('--jobs <n>', 'how many distributions at the same time', positive, availableParallelism())
    .option('--command-timeout <seconds>', 'end a command of the guide that runs longer', positive, 600)
    .option('--keep', 'leave the machines running, to look at them', false)
    .option('--out <folder>', 'where the reports go', 'out')
    .addOption(failOnOption())
    .addOption(
      new Option('--junit <flavour>', 'strict is valid for Jenkins').choices(junitFlavours).default('rich'),
    );
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

function verifyOptions(command: Command): VerifyOptions {
  const { commandTimeout, ...options } = command.opts<
    Omit<VerifyOptions, 'commandTimeoutMs'> & { commandTimeout: number }
  >();
  if (options.requireReal && options.standIns === 'only')
    throw new UsageError('expected either --require-real or --stand-ins only, got both');
  return { ...options, commandTimeoutMs: commandTimeout * 1_000 };
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
