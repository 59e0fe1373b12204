import { existsSync } from 'node:fs';
import { $ } from 'zx';

const quietly = $({ quiet: true, nothrow: true });
const units = ['docker.service', 'docker.socket', 'containerd.service'];

/**
 * Runs `install` so that the services it brings are neither started nor enabled: a machine that had no engine does not get one
 * that starts at every boot. Services that were there before stay as they are.
 */
export async function withServicesHeldBack(install: () => Promise<void>): Promise<void> {
  if (!existsSync('/run/systemd/system')) return install();
  const known = await Promise.all(units.map(async (unit) => (await quietly`systemctl cat ${unit}`).ok));
  const added = units.filter((_, index) => !known[index]);
  await quietly`systemctl mask --runtime ${added}`;
  try {
    await install();
  } finally {
    await quietly`systemctl unmask --runtime ${added}`;
    await quietly`systemctl disable ${added}`;
  }
}
