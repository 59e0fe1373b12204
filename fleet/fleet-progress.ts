import type { Finding } from '../model/finding.ts';
import type { FleetEvent } from './fleet-event.ts';
import { plainFleetProgress } from './plain-fleet-progress.ts';

/** Shows how far a fleet is, while it is audited. */
export interface FleetProgress extends Disposable {
  show(event: FleetEvent): void;
}

/** What a display of progress has to know. */
export interface ProgressOptions {
  readonly total: number;
  readonly jobs: number;
  /** Whether the findings of a target are held against the run. */
  isFailing(findings: readonly Finding[]): boolean;
}

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
