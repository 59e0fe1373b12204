import { $ } from 'zx';
import { boundedStore, textOf } from './bounded-store.ts';
import { type EngineAnswer, endOf } from './container-end.ts';
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
 * The way into a container by `exec` of its engine. Engines offer no way to end what `exec` started, so a command that
 * ran out of time may live on in the container, with nobody to talk to.
 */
export function containerTransport(address: ContainerAddress): Transport {
  const { cli, container, scheme } = address;
  const name = `${scheme}://${container}`;
  const hostCommandLine = (argv: readonly string[]) => [cli, 'exec', '-i', container, ...argv];

  const run = async (argv: readonly string[], options: RunOptions = {}): Promise<CommandResult> => {
    const timeoutMs = options.timeoutMs ?? 60_000;
    const answer = await ask(address, hostCommandLine(argv), timeoutMs, options.input ?? '');
    const running = () => isRunning(address);
    const end = answer === 'timeout' ? answer : await endOf(answer, running);
    if (end === 'timeout') {
      throw new TransportError('timeout', `${argv[0]} on ${name} did not end within ${timeoutMs} ms`);
    }
    if ('unreachable' in end) throw new TransportError('unreachable', `${name}: ${end.unreachable}`);
    return end;
  };
  return { name, run, hostCommandLine };
}

/** Runs a command line of the engine's on this host. */
async function ask(
  { environment }: ContainerAddress,
  commandLine: readonly string[],
  timeoutMs: number,
  input = '',
): Promise<EngineAnswer | 'timeout'> {
  const store = boundedStore();
  const start = performance.now();
  const quietly = $({
    env: { ...process.env, ...environment },
    store,
    quiet: true,
    nothrow: true,
    timeout: timeoutMs,
    timeoutSignal: 'SIGKILL',
  });
  const child = quietly`${commandLine}`;
  // zx's own `input` dies of EPIPE when a command ends without reading all of it, which is no error.
  child.stdin.on('error', () => {}).end(input);
  const { exitCode } = await child;
  const durationMs = Math.round(performance.now() - start);
  if (exitCode === null && durationMs >= timeoutMs) return 'timeout';
  return { exitCode, stdout: textOf(store.stdout), stderr: textOf(store.stderr), durationMs };
}

/** Asks by doing: for a moment after a container died, its engine still lists it as running. */
async function isRunning(address: ContainerAddress): Promise<boolean> {
  const answer = await ask(address, [address.cli, 'exec', address.container, 'true'], 10_000);
  return answer !== 'timeout' && answer.exitCode === 0;
}
