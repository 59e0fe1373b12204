import { liveMatrix } from './live-matrix.ts';
import type { LiveDisplay } from './live-row.ts';
import { plainProgress } from './plain-progress.ts';

/** On a terminal a line per target that is kept up to date; elsewhere, or with NO_COLOR or CI set, plain lines. */
export function liveDisplay(totals: ReadonlyMap<string, number>, stream = process.stderr): LiveDisplay {
  const { NO_COLOR, CI, TERM } = process.env;
  return stream.isTTY && !NO_COLOR && !CI && TERM !== 'dumb'
    ? liveMatrix(totals, stream)
    : plainProgress(totals, stream);
}
