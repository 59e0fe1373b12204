import type { MergeOptions } from '../merge.ts';
import type { CliCommand } from './cli-command.ts';
import { positive } from './option-values.ts';
import { failOnOption, junitOption, outOption } from './shared-options.ts';

/** `guideproof merge` */
export const mergeCommand: CliCommand = {
  declare: (program) =>
    program
      .command('merge')
      .description('make one set of reports out of those of several shards, as docs/merge.md describes it')
      .argument('<folders...>', 'the --out folders of the shards')
      .option('--shards <n>', 'refuse to merge fewer or more shards than these', positive)
      .addOption(outOption())
      .addOption(failOnOption())
      .addOption(junitOption()),
  run: async (command) => {
    const { merge } = await import('../merge.ts');
    return merge(command.args, command.opts<MergeOptions>());
  },
};
