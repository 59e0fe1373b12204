import { type LiveDisplay, type LiveRow, newRow, secondsOn, updateRow } from './live-row.ts';

const signOfLifeMs = 10_000;

/** A line per thing that begins or is found out, and a sign of life for what takes long. */
export function plainProgress(
  totals: ReadonlyMap<string, number>,
  stream: NodeJS.WritableStream,
): LiveDisplay {
  const rows = new Map([...totals.keys()].map((target) => [target, newRow(target)]));
  const say = (line: string): void => void stream.write(`${line}\n`);
  const signOfLife = (row: LiveRow): void => {
    const busy = secondsOn(row) * 1_000 >= signOfLifeMs;
    if (busy && row.line !== '') say(`${row.target}: ${row.on}, ${secondsOn(row)} s: ${row.line.trim()}`);
  };
  const timer = setInterval(() => [...rows.values()].forEach(signOfLife), signOfLifeMs);
  timer.unref();
  return {
    say,
    show(event) {
      const row = rows.get(event.target);
      if (row) updateRow(row, event);
      if (event.kind === 'working') say(`${event.target}: ${event.on} ...`);
      if (event.kind !== 'finding') return;
      const { id, outcome, severity } = event.finding;
      say(`${event.target}: ${id} ${outcome === 'fail' ? `fail (${severity})` : outcome}`);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
