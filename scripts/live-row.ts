import type { LiveEvent } from '../suites/live-channel.ts';

/** Shows a run while it goes on. */
export interface LiveDisplay extends Disposable {
  /** Says something about the run as a whole, such as that an engine is being installed. */
  say(line: string): void;
  show(event: LiveEvent): void;
}

/** What is known of a target while it is worked on. */
export interface LiveRow {
  readonly target: string;
  on: string;
  line: string;
  since: number;
  done: number;
  /** Outcomes other than a pass, in the order in which they came. */
  readonly marks: string[];
}

/** A row that takes in what a suite tells. */
export function newRow(target: string): LiveRow {
  return { target, on: 'waiting', line: '', since: performance.now(), done: 0, marks: [] };
}

/** Takes in one event. */
export function updateRow(row: LiveRow, event: LiveEvent): void {
  if (event.kind === 'working') Object.assign(row, { on: event.on, line: '', since: performance.now() });
  if (event.kind === 'line') row.line = event.line;
  if (event.kind !== 'finding') return;
  row.done += 1;
  const { outcome, severity, id } = event.finding;
  if (outcome === 'fail') row.marks.push(`${severity} ${id}`);
  if (outcome === 'could-not-check') row.marks.push(`could not check ${id}`);
}

/** Whole seconds since what the row is on began. */
export function secondsOn(row: LiveRow): number {
  return Math.floor((performance.now() - row.since) / 1_000);
}
