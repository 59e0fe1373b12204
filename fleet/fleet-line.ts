import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import { countEvent, newTally, slowest, tallyText } from './fleet-tally.ts';
import type { FleetProgress, ProgressOptions } from './progress.ts';

const redrawMs = 100;

/** One line on a terminal, redrawn ten times a second, gone at the end. */
export function fleetLine({ total, isFailing }: ProgressOptions, stream: NodeJS.WriteStream): FleetProgress {
  const tally = newTally(total, performance.now());
  const draw = createLogUpdate(stream);
  const redraw = (): void => {
    const now = performance.now();
    const room = (stream.columns ?? 80) - 1;
    const text = tallyText(tally, now).slice(0, room);
    const waiting = slowest(tally, now);
    const rest = room - text.length - 2;
    draw(waiting !== undefined && rest > 20 ? `${text}  ${pc.dim(waiting.slice(0, rest))}` : text);
  };
  redraw();
  const timer = setInterval(redraw, redrawMs);
  return {
    show(event) {
      countEvent(tally, event, isFailing, performance.now());
      if (event.kind !== 'not-kept') return;
      draw.clear();
      stream.write(`${event.target}: its result could not be kept: ${String(event.error)}\n`);
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      draw.clear();
      draw.done();
    },
  };
}
