import type { Finding } from '../model/finding.ts';
import { isUnreached } from '../reports/unreached.ts';
import { counted } from '../reports/wording.ts';
import type { AuditedTarget } from './fleet-event.ts';
import { countEvent, newTally, slowest, tallyText } from './fleet-tally.ts';
import type { FleetProgress, ProgressOptions } from './progress.ts';

/** Up to so many targets have a line each. */
const few = 20;
const signOfLifeMs = 10_000;
/** Tenths of a fleet that come faster than this are not told one by one. */
const quietMs = 1_000;

/** A line at once, then one for each of a few targets or each tenth of many, and a sign of life every ten seconds. */
export function plainFleetProgress(
  { total, jobs, isFailing }: ProgressOptions,
  stream: NodeJS.WritableStream,
): FleetProgress {
  const tally = newTally(total, performance.now());
  let toldAt = tally.startedAt;
  let told = 0;
  const say = (line: string): void => void stream.write(`${line}\n`);
  const tell = (now: number): void => {
    say([tallyText(tally, now), slowest(tally, now)].filter((text) => text !== undefined).join('; '));
    [toldAt, told] = [now, tally.done];
  };
  say(
    `checking ${total === 1 ? '1 controller' : `${total} controllers, ${Math.min(jobs, total)} at a time`}`,
  );
  const timer = setInterval(() => tell(performance.now()), signOfLifeMs);
  return {
    show(event) {
      const now = performance.now();
      countEvent(tally, event, isFailing, now);
      if (event.kind === 'not-kept')
        say(`${event.target}: its result could not be kept: ${String(event.error)}`);
      if (event.kind === 'started') return;
      if (event.kind === 'finished' && total <= few) say(lineOf(event.audit, isFailing));
      else if (tally.done - told >= total / 10 && now - toldAt >= quietMs) tell(now);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function lineOf(
  { target, findings }: AuditedTarget,
  isFailing: (own: readonly Finding[]) => boolean,
): string {
  if (isUnreached(findings)) return `${target.id}: unreachable`;
  if (isFailing(findings)) return `${target.id}: failing`;
  const unchecked = findings.filter(({ outcome }) => outcome === 'could-not-check').length;
  return `${target.id}: ${unchecked === 0 ? 'fine' : `fine as far as it could be checked, ${counted(unchecked, 'check')} could not`}`;
}
