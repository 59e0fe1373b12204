import { $ } from 'zx';
import type { EngineAddress } from './engine/engine.ts';
import type { ControllerImage } from './images/controller-image.ts';
import { MachineError } from './machine-error.ts';

/**
 * Saves what is on a machine's disk now as an image, which `removeOwn` removes like the machine itself. The machine stands
 * still for the second or two that this takes; what runs on it is not part of the image (docker-commit(1)).
 * @throws MachineError when the engine cannot do it.
 */
export async function snapshotMachine(
  engine: EngineAddress,
  machine: { readonly containerId: string; readonly image: ControllerImage },
  tag: string,
): Promise<ControllerImage> {
  const reference = `localhost/guideproof/snapshot:${tag}`;
  const run = $({ env: { ...engine.environment }, quiet: true, nothrow: true });
  const { ok, stdout, stderr } = await run`${engine.cli} commit ${machine.containerId} ${reference}`;
  if (!ok) throw new MachineError(`expected a snapshot of ${machine.containerId}, got: ${stderr.trim()}`);
  return { ...machine.image, reference, digest: stdout.trim() };
}
