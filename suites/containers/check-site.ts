import { randomBytes } from 'node:crypto';
import { connect } from 'amqplib';
import { $ } from 'zx';
import type { Engine } from '../../containers/engine/engine.ts';
import type { ControllerImage } from '../../containers/images/controller-image.ts';
import { type Machine, startMachine } from '../../containers/machine.ts';
import { snapshotMachine } from '../../containers/snapshot.ts';
import { locateGuide } from '../../guide/locate-guide.ts';
import { readGuide } from '../../guide/read-guide.ts';
import { containerTransport } from '../../transports/container-transport.ts';
import { openChapter } from '../open-chapter.ts';

/** A controller to be broken and checked, in use as a real one is. */
export interface CheckedMachine extends Pick<Machine, 'name' | 'address'>, AsyncDisposable {
  /** Runs a script of the test's own there, and gives what it printed. */
  run(script: string): Promise<string>;
  /** Lets its firewall drop everything that is sent to a port. */
  swallow(port: number): Promise<unknown>;
  /** Lets the other machine be reached from this one and the reverse, each by its host name. */
  meet(other: CheckedMachine, othersName: string): Promise<void>;
}

/** Starts any number of controllers on which the guide was followed, each of them new. */
export interface CheckSite {
  /** What was put for RABBIT_PASS. */
  readonly password: string;
  /** Its sshd's host key, as known_hosts has it after the host's name. */
  readonly hostKey: string;
  /** How many files a service may open there. */
  readonly openFiles: number;
  start(hostname?: string): Promise<CheckedMachine>;
}

/** What servers have and the guide does not speak of: sshd, sudo, log-in sessions; and what the test looks and breaks with. */
const setUp = `
export DEBIAN_FRONTEND=noninteractive
apt-get install -qq -y --no-install-recommends openssh-server sudo libpam-systemd procps nftables python3-minimal
useradd --create-home --shell /bin/bash ops
mkdir -p /root/.ssh ~ops/.ssh
cat > /root/.ssh/authorized_keys
cp /root/.ssh/authorized_keys ~ops/.ssh/ && chown -R ops ~ops/.ssh
install -d -o rabbitmq /opt/asker && install -o rabbitmq -m 400 /var/lib/rabbitmq/.erlang.cookie /opt/asker/
systemctl stop rabbitmq-server
systemctl disable --now apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer 2>/dev/null || true`;

/** Is there since the machine was started. */
export const startedAt = '/run/started';

const quiet = { onProgress: () => {} };

/** Follows the guide on Debian 12 once and keeps that machine's disk. */
export async function openCheckSite(engine: Engine, publicKey: string): Promise<CheckSite> {
  const input = {
    distribution: 'debian-12',
    procedure: readGuide(locateGuide(undefined, 'debian'), 'debian'),
    engine,
    options: { keep: false, commandTimeoutMs: 300_000, standIns: 'auto', requireReal: false } as const,
  };
  const { controller, followed, password } = await openChapter(input, () => {}, new AbortController().signal);
  try {
    await followed.finish();
    await useBroker(controller.machine.port(5672), password);
    const run = runOn(engine, controller.machine.containerId);
    await run(setUp, publicKey);
    const hostKey = (await run('cut -d" " -f1,2 /etc/ssh/ssh_host_ed25519_key.pub')).trim();
    const openFiles = Number(await run('ulimit -Hn'));
    const { image } = controller;
    const { containerId } = controller.machine;
    const tag = `check-${randomBytes(4).toString('hex')}`;
    const snapshot = await snapshotMachine(engine, { containerId, image }, tag);
    return {
      ...{ password, hostKey, openFiles },
      start: (hostname = 'controller') => start(engine, snapshot, hostname),
    };
  } finally {
    await controller[Symbol.asyncDispose]();
  }
}

/** Leaves what an OpenStack service would: an exchange, a queue bound to it, and a message that nobody has fetched. */
async function useBroker(port: number, password: string): Promise<void> {
  const account = { hostname: '127.0.0.1', port, username: 'openstack', password, vhost: '/' };
  const connection = await connect(account);
  const channel = await connection.createConfirmChannel();
  await channel.assertExchange('nova', 'topic', { durable: true });
  await channel.assertQueue('notifications.info', { durable: true });
  await channel.bindQueue('notifications.info', 'nova', 'notifications.*');
  channel.publish('nova', 'notifications.info', Buffer.from('{}'), { persistent: true });
  await channel.waitForConfirms();
  await connection.close();
}

async function start(engine: Engine, image: ControllerImage, hostname: string): Promise<CheckedMachine> {
  const machine = await startMachine(engine, image, { ...quiet, hostname, exposedPorts: [5672] });
  const { name, address, containerId } = machine;
  const run = runOn(engine, containerId);
  const docker = async (...args: readonly string[]) =>
    (await $({ env: { ...engine.environment }, quiet: true })`${engine.cli} ${args}`).stdout.trim();
  await run(`touch ${startedAt}`);
  return {
    name,
    address,
    run,
    swallow: (port) => {
      // The machine itself may not: somebody else in its network does it.
      const shared = ['--network', `container:${containerId}`, '--cap-add', 'NET_ADMIN'];
      return docker('run', '--rm', ...shared, '--entrypoint', 'nft', image.reference, dropping(port));
    },
    meet: async (other, othersName) => {
      const format = '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}';
      await docker(
        'network',
        'connect',
        await docker('inspect', '--format', format, containerId),
        other.name,
      );
      const addresses = (await other.run('hostname -I')).trim().split(' ');
      const shared = addresses.find((one) => one !== other.address);
      await run(`echo ${shared} ${othersName} >> /etc/hosts`);
      await other.run(`echo ${address} ${hostname} >> /etc/hosts`);
    },
    [Symbol.asyncDispose]: () => machine[Symbol.asyncDispose](),
  };
}

const dropping = (port: number) =>
  `add table inet t; add chain inet t c { type filter hook input priority 0; }; add rule inet t c tcp dport ${port} drop`;

function runOn({ cli, environment, kind: scheme }: Engine, container: string) {
  const { run } = containerTransport({ cli, environment, container, scheme });
  return async (script: string, input = ''): Promise<string> => {
    const { exitCode, stdout, stderr } = await run(['sh', '-ec', script], { input, timeoutMs: 240_000 });
    if (exitCode === 0) return stdout;
    throw new Error(
      `expected "${script}" to work, got exit code ${exitCode}: ${stderr}\n${stdout.slice(-500)}`,
    );
  };
}
