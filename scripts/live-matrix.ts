import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import { type LiveDisplay, type LiveRow, newRow, secondsOn, updateRow } from './live-row.ts';

const redrawMs = 100;

/** Redraws a line per target; `totals` is how many checks each target is owed. */
export function liveMatrix(totals: ReadonlyMap<string, number>, stream: NodeJS.WriteStream): LiveDisplay {
  const rows = new Map([...totals.keys()].map((target) => [target, newRow(target)]));
  const draw = createLogUpdate(stream);
  const redraw = (): void =>
    draw([...rows.values()].map((row) => rowText(row, totals, stream.columns)).join('\n'));
  let timer: NodeJS.Timeout | undefined;
  return {
    say(line) {
      draw.clear();
      stream.write(`${line}\n`);
    },
    show(event) {
      const row = rows.get(event.target);
      if (row) updateRow(row, event);
      timer ??= setInterval(redraw, redrawMs);
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      draw.clear();
      draw.done();
    },
  };
}

function rowText(row: LiveRow, totals: ReadonlyMap<string, number>, columns = 80): string {
  const seconds = `${secondsOn(row)} s`;
  const count = `${row.done}/${totals.get(row.target)}`;
  const marks = row.marks.length === 0 ? '' : `  ${row.marks.at(-1)}`;
  const text = `${row.target.padEnd(14)} ${count.padStart(6)} ${seconds.padStart(5)}  ${row.on}${marks}`;
  const rest = columns - text.length - 4;
  const line = rest > 20 && row.line !== '' ? `  ${row.line.trim().slice(0, rest)}` : '';
  return text.slice(0, columns - 1) + pc.dim(line);
}
