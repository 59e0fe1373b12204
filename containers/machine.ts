import type { Accommodation } from '../model/report.ts';
import type { ControllerContainer } from './controller-container.ts';
import type { EngineAddress } from './engine/engine.ts';
import { ownerLabel, ownerLabelName } from './engine/owner.ts';
import type { ControllerImage } from './images/controller-image.ts';
import { MachineError } from './machine-error.ts';
import { type PackageIndex, refreshPackageIndex } from './package-index.ts';
import { proxyEnvironment } from './proxy-environment.ts';
import { waitUntilRunning } from './wait-until-running.ts';

export interface MachineOptions {
  /** The container's name; the engine invents one when it is absent. */
  readonly name?: string;
  readonly hostname: string;
  /** What refreshes the package index, begun while the machine boots; absent where the installer does so by itself. */
  readonly refreshIndex?: readonly string[];
  /** Ports of the machine that get a port each on 127.0.0.1. */
  readonly exposedPorts: readonly number[];
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** A controller that has booted. */
export interface Machine {
  readonly containerId: string;
  readonly name: string;
  readonly host: '127.0.0.1';
  /** The machine's own address in the engine's network. */
  readonly address: string;
  readonly accommodations: readonly Accommodation[];
  /** What came of refreshing the package index, if that was asked for. */
  readonly packageIndex: Promise<PackageIndex>;
  /** The port on `host` that leads to a port of the machine; a restart may change it. */
  port(machinePort: number): number;
  /** Shuts the machine down as an operator would and boots it again. */
  restart(): Promise<void>;
  /** Removes the machine at once, with its volumes; fine if it is gone already. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** How long a boot may take; it takes less than a second on an idle host. */
const bootTimeoutMs = 60_000;

/** How long a machine may take to shut down before it is killed: systemd gives each unit as long (systemd-system.conf(5)). */
const stopTimeoutMs = 90_000;

/** Loads what machines are started with, which takes half a second: worth doing while images are prepared. */
export async function loadMachines(engine: Pick<EngineAddress, 'host'>) {
  // testcontainers has no other way to be told which engine to talk to.
  process.env.DOCKER_HOST = engine.host;
  const [{ ControllerContainer }, { createMachineNetwork }] = await Promise.all([
    import('./controller-container.ts'),
    import('./machine-network.ts'),
  ]);
  return { ControllerContainer, createMachineNetwork };
}

/**
 * Starts a controller and waits until systemd has booted it.
 * @throws MachineError when it could not be started or did not come up; nothing of it is left behind then.
 */
export async function startMachine(
  engine: Pick<EngineAddress, 'host'>,
  image: Pick<ControllerImage, 'reference'>,
  options: MachineOptions,
): Promise<Machine> {
  options.signal?.throwIfAborted();
  const { ControllerContainer, createMachineNetwork } = await loadMachines(engine);
  const labels = { [ownerLabelName]: ownerLabel() };
  const container = new ControllerContainer({
    image: image.reference,
    network: await createMachineNetwork(labels),
    ...(options.name !== undefined && { name: options.name }),
    hostname: options.hostname,
    exposedPorts: options.exposedPorts,
    labels,
    environment: proxyEnvironment(process.env),
  });
  try {
    return await boot(container, options);
  } catch (error) {
    const failure = await explain(container, image, error);
    // What cannot be removed now goes with everything else of ours once this process has ended.
    await container.discard().catch(() => {});
    options.signal?.throwIfAborted();
    throw failure;
  }
}

async function boot(container: ControllerContainer, options: MachineOptions): Promise<Machine> {
  const started = await container.start();
  options.signal?.throwIfAborted();
  const execute = (argv: string[]) => started.exec(argv);
  const packageIndex = options.refreshIndex
    ? refreshPackageIndex(execute, options.refreshIndex)
    : Promise.resolve<PackageIndex>({ fresh: true });
  await unlessAborted(options.signal, waitUntilRunning(execute, bootTimeoutMs));
  void packageIndex.then((index) => {
    if (!index.fresh) options.onProgress(`the package index could not be refreshed: ${index.reason}`);
  });
  return {
    containerId: started.getId(),
    name: started.getName().replace(/^\//, ''),
    host: '127.0.0.1',
    get address() {
      return started.getIpAddress(started.getNetworkNames()[0] ?? '');
    },
    accommodations: machineAccommodations(options),
    packageIndex,
    port: (machinePort) => started.getMappedPort(machinePort),
    restart: async () => {
      await started.restart({ timeout: stopTimeoutMs });
      await waitUntilRunning(execute, bootTimeoutMs);
    },
    [Symbol.asyncDispose]: () => container.discard(),
  };
}

async function explain(
  container: ControllerContainer,
  image: Pick<ControllerImage, 'reference'>,
  error: unknown,
): Promise<MachineError> {
  if (error instanceof MachineError) return error;
  const lastWords = await container.lastWords().catch(() => '');
  const reason = [String(error), lastWords].filter((part) => part !== '').join('; its last words: ');
  return new MachineError(`expected ${image.reference} to start as a machine, got ${reason}`, {
    cause: error,
  });
}

/** Rejects with the signal's reason as soon as it is given; the work itself ends with its container. */
async function unlessAborted<Value>(signal: AbortSignal | undefined, work: Promise<Value>): Promise<Value> {
  if (signal === undefined) return work;
  let stop = () => {};
  const given = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  return Promise.race([work, given]).finally(() => signal.removeEventListener('abort', stop));
}

function machineAccommodations({ hostname, refreshIndex }: MachineOptions): Accommodation[] {
  const proxied = Object.keys(proxyEnvironment(process.env)).length > 0;
  const proxy = { id: 'machine.proxy', text: "The host's proxy settings were handed on to the machine." };
  const index = {
    id: 'machine.package-index',
    text: 'The package index was refreshed (apt-get update) before the first step, unless it was less than twelve hours old.',
  };
  return [
    ...(proxied ? [proxy] : []),
    { id: 'machine.hostname', text: `The machine's host name was set to ${hostname}.` },
    ...(refreshIndex ? [index] : []),
  ];
}
