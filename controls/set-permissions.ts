import { ControlError } from './control-error.ts';
import type { ControlSite, Permissions } from './control-site.ts';

/** Gives an account exactly these permissions. @throws ControlError or TransportError */
export async function setPermissions(
  { transport, account }: Pick<ControlSite, 'transport' | 'account'>,
  { configure, write, read }: Permissions,
): Promise<void> {
  const { username, vhost } = account;
  const patterns = [configure, write, read];
  const argv = ['rabbitmqctl', '-q', 'set_permissions', '-p', vhost, username, ...patterns];
  const { exitCode, stdout, stderr } = await transport.run(argv);
  if (exitCode === 0) return;
  const said = `${stderr}\n${stdout}`.split('\n').find((line) => line.trim() !== '') ?? 'nothing';
  throw new ControlError(
    `expected rabbitmqctl set_permissions to work, got exit code ${exitCode}: ${said.trim()}`,
  );
}
