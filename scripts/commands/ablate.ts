import type { CliCommand } from './cli-command.ts';
import { runOptionsOf, withRunOptions } from './run-options.ts';

const text = 'leave out each command of the guide in turn, to see that it is needed and that checks can fail';

/** `guideproof ablate` */
export const ablateCommand: CliCommand = {
  declare: (program) => withRunOptions(program.command('ablate').description(text)),
  run: async (command) => {
    const { ablate } = await import('../ablate.ts');
    return ablate(runOptionsOf(command));
  },
};
