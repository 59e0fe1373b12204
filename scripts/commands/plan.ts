import type { PlanOptions } from '../plan.ts';
import type { CliCommand } from './cli-command.ts';
import { list } from './option-values.ts';
import { guideOption, knownIds } from './shared-options.ts';

/** `guideproof plan` */
export const planCommand: CliCommand = {
  declare: (program) =>
    program
      .command('plan')
      .description('show what a reader of the guide would do, step by step; needs no engine')
      .addOption(guideOption())
      .option('--distro <ids>', `distributions, by commas (default: all the guide serves): ${knownIds}`, list)
      .option('--json', 'for programs, as docs/plan.md describes it', false),
  run: async (command) => {
    const { plan } = await import('../plan.ts');
    plan(command.opts<PlanOptions>());
    return 0;
  },
};
