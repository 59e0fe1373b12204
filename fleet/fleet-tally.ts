import type { Finding } from '../model/finding.ts';
import { isUnreached } from '../reports/unreached.ts';
import type { FleetEvent } from './fleet-event.ts';

/** How far a fleet is. */
export interface FleetTally {
  readonly total: number;
  done: number;
  failing: number;
  unreached: number;
  /** How many of `done` an earlier run had audited: they tell nothing about speed. */
  resumed: number;
  /** Since when each target is worked on, in milliseconds of `performance.now()`; the oldest first. */
  readonly running: Map<string, number>;
  readonly startedAt: number;
}

/** The tally of `total` targets before anything happened. */
export function newTally(total: number, now: number): FleetTally {
  return { total, done: 0, failing: 0, unreached: 0, resumed: 0, running: new Map(), startedAt: now };
}

/** Takes in one event; `isFailing` says whether the findings of a target are held against the run. */
export function countEvent(
  tally: FleetTally,
  event: FleetEvent,
  isFailing: (findings: readonly Finding[]) => boolean,
  now: number,
): void {
  if (event.kind === 'started') tally.running.set(event.target, now);
  if (event.kind !== 'finished' && event.kind !== 'resumed') return;
  const { target, findings } = event.audit;
  tally.running.delete(target.id);
  tally.done += 1;
  if (event.kind === 'resumed') tally.resumed += 1;
  if (isUnreached(findings)) tally.unreached += 1;
  else if (isFailing(findings)) tally.failing += 1;
}

/** How far it is in words: `412 of 1000 done, 3 failing, 7 unreachable, 32 running, about 40 s left`. */
export function tallyText(tally: FleetTally, now: number): string {
  const left = timeLeft(tally, now);
  const parts = [
    `${tally.done} of ${tally.total} done`,
    `${tally.failing} failing`,
    `${tally.unreached} unreachable`,
    `${tally.running.size} running`,
    ...(left === undefined ? [] : [`about ${left} left`]),
  ];
  return parts.join(', ');
}

/** The target that is worked on for longest, once that is so long that it is worth a word: five seconds. */
export function slowest({ running }: FleetTally, now: number): string | undefined {
  const [first] = running;
  const seconds = first ? Math.floor((now - first[1]) / 1000) : 0;
  return first && seconds >= 5 ? `waiting for ${first[0]}, ${seconds} s` : undefined;
}

// Five results are not a sample to speak of, but less is none.
function timeLeft({ total, done, resumed, startedAt }: FleetTally, now: number): string | undefined {
  const fresh = done - resumed;
  if (fresh < 5 || done === total) return undefined;
  return duration(((now - startedAt) / fresh) * (total - done));
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
