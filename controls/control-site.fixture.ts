import type { Judgement } from '../model/evidence.ts';
import type { CommandResult } from '../transports/transport.ts';
import type { ControlSite, Permissions, Proven } from './control-site.ts';

const full: Permissions = { configure: '.*', write: '.*', read: '.*' };

/** A judgement in its shortest form. */
export function judged(outcome: Judgement['outcome'], said: Partial<Judgement> = {}): Judgement {
  return { outcome, severity: 'error', ...said };
}

/** A controller on which these checks passed, and all else is as it should be. */
export function proven(...passed: readonly string[]): Proven {
  return {
    judgements: new Map(passed.map((id) => [id, judged('pass')])),
    transientQueues: { known: true, value: { outcome: 'allowed' } },
    permissions: { known: true, value: full },
  };
}

/** A site whose commands end as `answer` says; nothing listens at its address. */
export function fakeSite(
  over: Partial<ControlSite>,
  answer: (argv: readonly string[]) => Partial<CommandResult> = () => ({}),
): ControlSite & { readonly commands: string[] } {
  const commands: string[] = [];
  return {
    commands,
    account: { username: 'openstack', vhost: '/' },
    service: 'rabbitmq-server.service',
    transport: {
      name: 'fake',
      hostCommandLine: (argv) => argv,
      async run(argv) {
        commands.push(argv.join(' '));
        return { exitCode: 0, stdout: '', stderr: '', durationMs: 1, ...answer(argv) };
      },
    },
    before: proven('node.running', 'access.login', 'access.configure', 'access.write', 'access.read'),
    address: () => ({
      hostname: '127.0.0.1',
      port: 1,
      username: 'openstack',
      password: 'pw',
      vhost: '/',
      timeoutMs: 2_000,
    }),
    restart: async () => undefined,
    prove: async () => proven(),
    ...over,
  };
}
