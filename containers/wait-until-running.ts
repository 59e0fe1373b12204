import { MachineError } from './machine-error.ts';

/** Runs one command inside the machine. */
export type Execute = (argv: string[]) => Promise<{ readonly exitCode: number; readonly output: string }>;

/**
 * systemctl(1) cannot be answered before systemd listens, so it is asked until it is; from then on `--wait` holds until
 * the boot is over.
 */
const askState = `
while :; do
  state=$(systemctl is-system-running --wait 2>/dev/null)
  case $state in running | degraded | maintenance | stopping) echo "$state"; exit ;; esac
  sleep 0.02
done`;

/**
 * Waits until systemd says that every unit of the boot is up.
 * @throws MachineError when a unit failed, naming it, or when `timeoutMs` is over.
 */
export async function waitUntilRunning(execute: Execute, timeoutMs: number): Promise<void> {
  const state = await within(timeoutMs, execute(['sh', '-c', askState]));
  if (state.output.trim() === 'running') return;
  const units = await execute(['systemctl', '--failed', '--plain', '--no-legend', '--no-pager']);
  const failed = units.output.trim() || 'no failed unit is listed';
  throw new MachineError(
    `expected the machine to boot to "running", got "${state.output.trim()}": ${failed}`,
  );
}

async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `expected the machine to boot to "running" within ${timeoutMs / 1000} s, got no answer from systemd`;
    timer = setTimeout(() => reject(new MachineError(message)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
