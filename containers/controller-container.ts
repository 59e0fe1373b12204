import { GenericContainer, getContainerRuntimeClient, type WaitStrategy } from 'testcontainers';
import type { MachineNetwork } from './machine-network.ts';

export interface ControllerContainerOptions {
  readonly image: string;
  /** Is removed with the container. */
  readonly network: MachineNetwork;
  readonly name?: string;
  readonly hostname: string;
  readonly exposedPorts: readonly number[];
  readonly labels: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** A container in which systemd can be the first process, its ports published on the loopback interface alone. */
export class ControllerContainer extends GenericContainer {
  /** Known as soon as the container exists, before it has started. */
  id: string | undefined;
  readonly network: MachineNetwork;

  constructor(options: ControllerContainerOptions) {
    super(options.image);
    this.network = options.network;
    this.withNetworkMode(options.network.name)
      .withHostname(options.hostname)
      .withLabels(options.labels)
      .withEnvironment({ ...options.environment, container: 'docker' })
      .withExposedPorts(...options.exposedPorts)
      .withTmpFs({ '/run': '', '/run/lock': '', '/tmp': '' })
      // Mounting a cgroup tree needs both; the first process drops the capability before systemd starts.
      .withAddedCapabilities('SYS_ADMIN')
      .withSecurityOpt('seccomp=unconfined')
      // testcontainers' own clean-up needs an image from a registry; ours goes by a label.
      .withAutoCleanup(false)
      .withWaitStrategy(noWait);
    if (options.name !== undefined) this.withName(options.name);
    // dockerode's types do not know it yet.
    Object.assign(this.hostConfig, { CgroupnsMode: 'private' });
    this.hostConfig.PortBindings = Object.fromEntries(
      options.exposedPorts.map((port) => [`${port}/tcp`, [{ HostIp: '127.0.0.1', HostPort: '' }]]),
    );
  }

  protected override async containerCreated(id: string): Promise<void> {
    this.id = id;
  }

  /** What the container's first process printed last, which is nothing once systemd has taken over. */
  async lastWords(): Promise<string> {
    if (this.id === undefined) return '';
    const client = await getContainerRuntimeClient();
    const log = await client.container.getById(this.id).logs({ stdout: true, stderr: true, tail: 5 });
    return textOf(log).trim();
  }

  /** Removes the container, its volumes and its network without asking it to stop; one that is gone already is fine. */
  async discard(): Promise<void> {
    if (this.id !== undefined) await this.removeContainer(this.id);
    await this.network.remove();
  }

  private async removeContainer(id: string): Promise<void> {
    const client = await getContainerRuntimeClient();
    try {
      await client.container.getById(id).remove({ force: true, v: true });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

/** The text in an engine's log stream, in which every piece has a header: the stream, three zeros, and its length. */
function textOf(log: Buffer): string {
  const pieces: string[] = [];
  for (let at = 0; at + 8 <= log.length; ) {
    const end = at + 8 + log.readUInt32BE(at + 4);
    pieces.push(log.toString('utf8', at + 8, end));
    at = end;
  }
  return pieces.join('');
}

/** 404: there is no such container; 409: someone else is removing it at this moment. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && [404, 409].includes(Number(error.statusCode));
}

/** testcontainers would wait for a port to listen; here nothing listens until the guide has been followed. */
const noWait: WaitStrategy = {
  waitUntilReady: async () => {},
  withStartupTimeout: () => noWait,
  isStartupTimeoutSet: () => false,
  getStartupTimeout: () => 0,
};
