import { UsageError } from '../usage-error.ts';
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
      .option(
        '--suggest',
        'write guide.patch, which makes the guide true again, tried before it is offered',
        false,
      )
      .option('--force-remedy', 'make the trouble arise that the remedy of the guide is for', false)
      .option('--password-matrix', 'also try which passwords the broker ends up with, and which not', false)
      .option('--keep', 'leave the machines running, to look at them', false),
  run: async (command) => {
    const options = runOptionsOf(command);
    if (options.suggest && options.shard)
      throw new UsageError(
        'expected either --suggest or --shard, got both: a patch has to suit all distributions',
      );
    const { verify } = await import('../verify.ts');
    return verify(options);
  },
};
