import { plainFleetProgress } from './plain-fleet-progress.ts';
import type { FleetProgress, ProgressOptions } from './progress.ts';

/** On a terminal one line that is kept up to date; elsewhere, or with NO_COLOR or CI set, plain lines now and then. */
export async function fleetProgress(
  options: ProgressOptions,
  stream = process.stderr,
): Promise<FleetProgress> {
  const { NO_COLOR, CI, TERM } = process.env;
  if (!stream.isTTY || NO_COLOR || CI || TERM === 'dumb') return plainFleetProgress(options, stream);
  // Only a terminal needs it, and a check counts milliseconds.
  const { fleetLine } = await import('./fleet-line.ts');
  return fleetLine(options, stream);
}
