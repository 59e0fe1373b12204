import { type LiveDisplay, type LiveRow, newRow, secondsOn, updateRow } from './live-row.ts';

/** What takes no longer is told by its result alone. */
const worthALineMs = 1_000;
const signOfLifeMs = 10_000;

/** A line per result, one for what takes longer than a second, and a sign of life every ten seconds after that. */
export function plainProgress(
  totals: ReadonlyMap<string, number>,
  stream: NodeJS.WritableStream,
): LiveDisplay {
  const rows = new Map([...totals.keys()].map((target) => [target, newRow(target)]));
  const say = (line: string): void => void stream.write(`${line}\n`);
  const timers = new Map<string, NodeJS.Timeout>();
  const watch = (row: LiveRow): void => {
    const again = (): void => {
      say(`${row.target}: ${row.on}, ${secondsOn(row)} s${row.line === '' ? '' : `: ${row.line.trim()}`}`);
      timers.set(row.target, setTimeout(again, signOfLifeMs));
    };
    const first = (): void => {
      say(`${row.target}: ${row.on} ...`);
      timers.set(row.target, setTimeout(again, signOfLifeMs));
    };
    clearTimeout(timers.get(row.target));
    timers.set(row.target, setTimeout(first, worthALineMs));
  };
  return {
    say,
    show(event) {
      const row = rows.get(event.target);
      if (!row) return;
      updateRow(row, event);
      if (event.kind === 'working') watch(row);
      if (event.kind !== 'finding') return;
      clearTimeout(timers.get(row.target));
      const { id, title, outcome, severity } = event.finding;
      say(`${event.target}: ${outcome === 'fail' ? `fail (${severity})` : outcome}  ${id}  ${title}`);
    },
    [Symbol.dispose]: () => timers.forEach(clearTimeout),
  };
}
