import { existsSync } from 'node:fs';
import { $ } from 'zx';
import { findProgram } from './find-program.ts';

const units = ['docker.service', 'docker.socket', 'containerd.service'];

/**
 * Runs `install` so that the services it brings are neither started nor enabled: a machine that had no engine does not get one
 * that starts at every boot. Services that were there before stay as they are.
 */
export async function withServicesHeldBack(
  install: () => Promise<void>,
  options: { readonly path?: string | undefined; readonly booted?: boolean } = {},
): Promise<void> {
  const { path, booted = existsSync('/run/systemd/system') } = options;
  const systemctl = await findProgram('systemctl', path);
  if (!booted || !systemctl) return install();
  const control = (...args: readonly string[]) => $({ quiet: true, nothrow: true })`${systemctl} ${args}`;
  const known = await Promise.all(units.map(async (unit) => (await control('cat', unit)).ok));
  const added = units.filter((_, index) => !known[index]);
  await control('mask', '--runtime', ...added);
  try {
    await install();
  } finally {
    await control('unmask', '--runtime', ...added);
    await control('disable', ...added);
  }
}
