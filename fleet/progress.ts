import type { Finding } from '../model/finding.ts';
import type { FleetEvent } from './fleet-event.ts';

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
