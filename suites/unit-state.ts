import type { Transport } from '../transports/transport.ts';

/** Whether a unit ran when a snapshot was made of its machine's disk, which does not say. */
export interface UnitState {
  /** Starts or stops the unit on a machine that was booted from the snapshot, so that it is as it was. */
  restore(transport: Transport): Promise<void>;
}

const startTimeoutMs = 120_000;

/** Reads the state of a unit. @throws TransportError when the machine cannot be reached. */
export async function unitState(transport: Transport, unit: string): Promise<UnitState> {
  const was = await isActive(transport, unit);
  return {
    async restore(booted) {
      if ((await isActive(booted, unit)) === was) return;
      const verb = was ? 'start' : 'stop';
      const { exitCode, stderr } = await booted.run(['systemctl', verb, unit], { timeoutMs: startTimeoutMs });
      if (exitCode !== 0)
        throw new Error(`expected systemctl ${verb} ${unit} to work, got: ${stderr.trim()}`);
    },
  };
}

/** A unit that starts at boot may still be on its way: it counts as active once it is settled. */
async function isActive(transport: Transport, unit: string): Promise<boolean> {
  const { stdout } = await transport.run(['systemctl', 'is-active', unit]);
  return ['active', 'activating', 'reloading'].includes(stdout.trim());
}
