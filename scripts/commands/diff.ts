import type { DiffOptions } from '../diff.ts';
import type { CliCommand } from './cli-command.ts';
import { failOnOption } from './shared-options.ts';

/** `guideproof diff` */
export const diffCommand: CliCommand = {
  declare: (program) =>
    program
      .command('diff')
      .description('show what changed between two runs, as docs/merge.md describes it')
      .argument('<old>', 'findings.json of the earlier run, or its --out folder')
      .argument('<new>', 'findings.json of the later run, or its --out folder')
      .option('--json', 'for programs', false)
      .addOption(failOnOption()),
  run: async (command) => {
    const { diff } = await import('../diff.ts');
    const [older = '', newer = ''] = command.args;
    return diff(older, newer, command.opts<DiffOptions>());
  },
};
