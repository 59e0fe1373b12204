import { Option } from 'commander';
import type { CheckOptions } from '../check-options.ts';
import { UsageError } from '../usage-error.ts';
import type { CliCommand } from './cli-command.ts';
import { positive, shard } from './option-values.ts';
import { baselineOption, failOnOption, guideOption, junitOption, outOption } from './shared-options.ts';

const text = 'audit controllers that exist, and change nothing on them';
const targetText =
  'local, docker://NAME, podman://NAME, ssh://[user@]host[:port], amqp[s]://host[:port] (docs/targets.md)';
const profiles = ['guide', 'hardening'] as const satisfies readonly CheckOptions['profile'][];
const profileOption = new Option('--profile <name>', 'what to hold them to')
  .choices(profiles)
  .default('guide');

/** `guideproof check` */
export const checkCommand: CliCommand = {
  declare: (program) =>
    program
      .command('check')
      .description(text)
      .argument('[target...]', targetText)
      .option(
        '--inventory <file>',
        'an Ansible inventory: INI, YAML, or the JSON of ansible-inventory --list',
      )
      .option('--limit <pattern>', 'which hosts of the inventory, as Ansible has it')
      .addOption(guideOption())
      .option('--user <name>', 'who logs in to the broker (default: the user that the guide adds)')
      .option('--vhost <name>', 'to which virtual host (default: the one of the guide)')
      .addOption(profileOption)
      .option('--password-file <file>', 'one password, or a YAML mapping of hosts to passwords')
      .option('--ca-file <file>', 'the authorities to trust on amqps, in PEM')
      .option('--no-access-proof', 'do not log in to prove access')
      .option('--no-password-guess', "do not try the guide's placeholder as the password")
      .option('--waivers <file>', 'fails that their owners accept for a while (docs/waivers.md)')
      .addOption(baselineOption())
      .option('--jobs <n>', 'how many are audited at the same time', positive, 16)
      .option('--timeout <seconds>', 'give up on one controller after that long', positive, 60)
      .option('--shard <i/n>', 'only the i-th of n parts of the targets', shard)
      .addOption(outOption())
      .option('--resume <folder>', 'go on with the interrupted run whose reports are there')
      .addOption(failOnOption())
      .addOption(junitOption()),
  run: async (command) => {
    const { timeout, ...options } = command.opts<
      Omit<CheckOptions, 'timeoutMs' | 'targets'> & { timeout: number }
    >();
    if (options.resume !== undefined && command.getOptionValueSource('out') === 'cli')
      throw new UsageError('expected either --out or --resume, which goes on in its own folder, got both');
    const { check } = await import('../check.ts');
    const out = options.resume ?? options.out;
    return check({ ...options, out, targets: command.args, timeoutMs: timeout * 1_000 });
  },
};
