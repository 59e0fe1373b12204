import type { LintOptions } from '../lint.ts';
import type { CliCommand } from './cli-command.ts';
import { failOnOption, guideOption } from './shared-options.ts';

/** `guideproof lint` */
export const lintCommand: CliCommand = {
  declare: (program) =>
    program
      .command('lint')
      .description('show defects that can be seen in the text of the guide alone; needs no engine')
      .addOption(guideOption())
      .addOption(failOnOption()),
  run: async (command) => {
    const { lint } = await import('../lint.ts');
    return lint(command.opts<LintOptions>());
  },
};
