import type { CliCommand } from './cli-command.ts';
import { shard } from './option-values.ts';
import { runOptionsOf, withRunOptions } from './run-options.ts';
import { baselineOption } from './shared-options.ts';

const text = 'follow the guide in a container of each distribution, then prove access over AMQP';

/** `guideproof verify` */
export const verifyCommand: CliCommand = {
  declare: (program) =>
    withRunOptions(program.command('verify').description(text))
      .option('--shard <i/n>', 'only the i-th of n parts of the distributions', shard)
      .addOption(baselineOption())
      .option('--force-remedy', 'make the trouble arise that the remedy of the guide is for', false)
      .option('--password-matrix', 'also try which passwords the broker ends up with, and which not', false)
      .option('--keep', 'leave the machines running, to look at them', false),
  run: async (command) => {
    const { verify } = await import('../verify.ts');
    return verify(runOptionsOf(command));
  },
};
