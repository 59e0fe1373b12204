import type { Engine } from '../../containers/engine/engine.ts';
import { prepareImage } from '../../containers/images/prepare-image.ts';
import { distributionById } from '../../containers/index.ts';
import { startMachine } from '../../containers/machine.ts';
import { containerTransport } from '../../transports/container-transport.ts';

/** A machine with a real sshd, where root and `ops` accept a key, and `ops` may not use sudo. */
export interface SshServer extends AsyncDisposable {
  readonly port: number;
  /** Its host key, as known_hosts has it after the host's name. */
  readonly hostKey: string;
  /** Runs a script of the test's own there, and gives what it printed. */
  run(script: string): Promise<string>;
  /** How many times somebody has logged in so far. */
  logins(): Promise<number>;
}

const setUp = `
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -qq -y --no-install-recommends openssh-server sudo
useradd --create-home --shell /bin/bash ops
mkdir -p /root/.ssh ~ops/.ssh /var/lib/rabbitmq
cat > /root/.ssh/authorized_keys
cp /root/.ssh/authorized_keys ~ops/.ssh/ && chown -R ops ~ops/.ssh
echo COOKIE > /var/lib/rabbitmq/.erlang.cookie
chmod 400 /var/lib/rabbitmq/.erlang.cookie && chmod 700 /var/lib/rabbitmq
echo 'MaxStartups 100' > /etc/ssh/sshd_config.d/test.conf
systemctl restart ssh`;

/** Boots it and waits until it takes log-ins. */
export async function startSshServer(engine: Engine, publicKey: string): Promise<SshServer> {
  const quiet = { onProgress: () => {} };
  const image = await prepareImage(engine, distributionById('debian-12'), {
    ...quiet,
    ...{ standIns: 'auto', requireReal: false },
  });
  const machine = await startMachine(engine, image, { ...quiet, hostname: 'controller', exposedPorts: [22] });
  const { run: execute } = containerTransport({
    cli: engine.cli,
    environment: engine.environment,
    container: machine.containerId,
    scheme: engine.kind,
  });
  const run = async (script: string, input = '') => {
    const result = await execute(['sh', '-ec', script], { input, timeoutMs: 240_000 });
    if (result.exitCode === 0) return result.stdout;
    throw new Error(`expected "${script}" to work, got exit code ${result.exitCode}: ${result.stderr}`);
  };
  await run(setUp, publicKey);
  return {
    port: machine.port(22),
    hostKey: (await run('cut -d" " -f1,2 /etc/ssh/ssh_host_ed25519_key.pub')).trim(),
    run,
    logins: async () =>
      Number(
        await run(
          'journalctl --sync; journalctl --unit ssh --no-pager | grep -c "Accepted publickey" || true',
        ),
      ),
    [Symbol.asyncDispose]: () => machine[Symbol.asyncDispose](),
  };
}
