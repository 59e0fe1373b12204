import { Command } from 'commander';
import type { CliCommand } from './commands/cli-command.ts';
import { cliCommands } from './commands/index.ts';
import { tool } from './tool.ts';

/**
 * Reads the command line and does what it asks for; with another `perform`, what is to be done instead.
 * @returns the exit code.
 * @throws CommanderError for wrong usage, which commander has told the user already.
 */
export async function commandLine(
  args: readonly string[],
  perform: (asked: CliCommand, command: Command) => number | Promise<number> = ({ run }, command) =>
    run(command),
): Promise<number> {
  let exitCode = 0;
  const program = new Command(tool.name)
    .description(
      'Follows the message-queue chapter of the OpenStack installation guide and proves what it promises.',
    )
    .version(tool.version)
    .exitOverride()
    .showHelpAfterError('(add --help for what can be said)');
  for (const asked of cliCommands) {
    const command = asked.declare(program);
    command.action(async () => {
      exitCode = await perform(asked, command);
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return exitCode;
}
