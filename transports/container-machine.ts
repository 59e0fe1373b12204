import type { ContainerInspection } from './container-inspection.ts';
import { containerTransport } from './container-transport.ts';
import { type Deadline, within } from './deadline.ts';
import type { PortAddress, ReadableMachine } from './readable-machine.ts';
import { runHere } from './run-here.ts';
import { sharingShell } from './shared-shell.ts';
import { TransportError } from './transport-error.ts';

/** Names that Docker and Podman give, and ids; above all nothing that a command line tool takes as an option. */
const containerName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

export interface ContainerWay {
  readonly kind: 'docker' | 'podman';
  readonly container: string;
}

/** What understands the answers of an engine is loaded while it is asked: other questions are not kept waiting. */
const loadReaders = () => Promise.all([import('./container-inspection.ts'), import('./engine-host.ts')]);

/**
 * A container of the engine that the engine's own tool talks to, for reads alone.
 * @throws TransportError `unreachable` for a name that no container can have.
 */
export function containerMachine({ kind, container }: ContainerWay, deadline: Deadline): ReadableMachine {
  // Only what is reviewed is run in it, so the engine is asked instead.
  const isRunning = () =>
    inspect(container).then(
      ({ State }) => State.Running,
      () => false,
    );
  const { name, run } = containerTransport({ cli: kind, container, scheme: kind }, isRunning);
  const fail = (reason: string) => new TransportError('unreachable', `${name}: ${reason}`);
  if (!containerName.test(container)) throw fail('expected the name or id of a container');

  const inspect = async (which: string): Promise<ContainerInspection> => {
    const timeoutMs = Math.min(15_000, deadline.left());
    const asking = runHere([kind, 'inspect', '--type', 'container', which], { timeoutMs });
    const [answer, [{ parseInspection }]] = await Promise.all([asking, loadReaders()]);
    if (answer.timedOut) throw fail(`${kind} inspect did not end within ${Math.round(timeoutMs / 1_000)} s`);
    if (answer.exitCode !== 0) throw fail(answer.stderr.trim() || `${kind} inspect failed`);
    const inspection = parseInspection(answer.stdout);
    if (!inspection) throw fail(`${kind} inspect printed something that is not understood`);
    return inspection;
  };
  let inspected: Promise<ContainerInspection> | undefined;
  const reach = async (): Promise<ContainerInspection> => {
    inspected ??= inspect(container);
    const { State } = await inspected;
    if (!State.Running || State.Paused)
      throw fail(`the container does not run: ${kind} says "${State.Status}"`);
    return inspected;
  };
  const amqpAddress = async (port: number): Promise<PortAddress> => {
    const [{ addressOf, networkOwner }, { engineHost }] = await loadReaders();
    const [own, host] = await Promise.all([reach(), engineHost(kind, process.env)]);
    const owner = networkOwner(own);
    const address = addressOf(owner === undefined ? own : await inspect(owner), port, host);
    if (address) return address;
    const where = host === undefined ? 'it has no address here' : `its engine runs on ${host}`;
    throw fail(`its port ${port} cannot be reached from here: it is not published, and ${where}`);
  };
  return {
    name,
    run: sharingShell({ name, run: within(deadline, name, run) }),
    reach: async () => void (await reach()),
    amqpAddress,
    [Symbol.asyncDispose]: async () => {},
  };
}
