import { randomBytes } from 'node:crypto';
import { getContainerRuntimeClient } from 'testcontainers';

/** A network that has one machine in it. */
export interface MachineNetwork {
  readonly name: string;
  /** Removes it; one that is gone already is fine. */
  remove(): Promise<void>;
}

/**
 * Makes a network for one machine alone: with nobody beside it to take its address, it has the same one after a reboot, as
 * a real controller does.
 */
export async function createMachineNetwork(
  labels: Readonly<Record<string, string>>,
): Promise<MachineNetwork> {
  const client = await getContainerRuntimeClient();
  const name = `guideproof-${randomBytes(6).toString('hex')}`;
  const network = await client.network.create({ Name: name, Driver: 'bridge', Labels: { ...labels } });
  return {
    name,
    remove: async () => {
      const found = await client.network
        .getById(network.id)
        .inspect()
        .catch(() => undefined);
      if (found) await client.network.remove(network);
    },
  };
}
