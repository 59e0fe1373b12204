import { endOf } from './container-end.ts';
import { runHere, timeoutError } from './run-here.ts';
import type { CommandResult, RunOptions, Transport } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** A running container, and the command line tool of the engine that runs it. */
export interface ContainerAddress {
  /** `docker` or `podman`, or a path to one. */
  readonly cli: string;
  /** Set over this process's own environment, for instance `DOCKER_HOST`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Name or id. */
  readonly container: string;
  readonly scheme: 'docker' | 'podman';
}

/**
 * The way into a container by `exec` of its engine, as root whatever the image's own user is. Engines offer no way to
 * end what `exec` started, so a command that ran out of time may live on in the container, with nobody to talk to.
 * `isRunning` is asked where a command's end may as well be the container's.
 */
export function containerTransport(
  address: ContainerAddress,
  isRunning: () => Promise<boolean> = () => canExecute(address),
): Transport {
  const { cli, container, scheme, environment = {} } = address;
  const name = `${scheme}://${container}`;
  const hostCommandLine = (argv: readonly string[]) => [
    ...[cli, 'exec', '--interactive', '--user', '0', container],
    ...argv,
  ];

  const run = async (argv: readonly string[], options: RunOptions = {}): Promise<CommandResult> => {
    const { timeoutMs = 60_000, input = '' } = options;
    const answer = await runHere(hostCommandLine(argv), { timeoutMs, input, environment });
    if (answer.timedOut) throw timeoutError(options.called ?? `${argv[0]}`, name, timeoutMs, answer);
    const end = await endOf(answer, isRunning);
    if ('unreachable' in end) throw new TransportError('unreachable', `${name}: ${end.unreachable}`);
    return end;
  };
  return { name, run, hostCommandLine };
}

/** Asks by doing: for a moment after a container died, its engine still lists it as running. */
async function canExecute({ cli, container, environment = {} }: ContainerAddress): Promise<boolean> {
  const answer = await runHere([cli, 'exec', container, 'true'], { timeoutMs: 10_000, environment });
  return answer.exitCode === 0;
}
