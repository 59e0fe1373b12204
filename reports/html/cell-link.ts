import type { Cell } from './cell.ts';
import { el, type View } from './el.ts';
import { kindOf, timeOf, wordOf } from './look.ts';
import { standingMark } from './standing-mark.ts';

/** Where a cell's details are on the page. */
export function detailsId(cell: Cell): string {
  return `f-${cell.index}`;
}

/** A cell of the matrix: sign and word, a pass with the time it took. */
export function matrixLink(cell: Cell): View {
  const timed = cell.standing === 'passed' && cell.finding.durationMs > 0;
  const word = timed ? timeOf(cell.finding.durationMs) : wordOf(cell);
  return el(
    'a',
    { class: `cell ${cell.standing}`, href: `#${detailsId(cell)}`, 'data-cell': cell.index },
    standingMark(cell.standing),
    ' ',
    el('span', { class: 'word' }, timed ? el('span', { class: 'aloud' }, 'passed, ') : null, word),
  );
}

/** A cell away from the matrix: it names its target and says when that is not the real thing. */
export function targetLink(cell: Cell): View {
  const kind = kindOf(cell.column);
  const rehearsed = kind === 'rehearsed';
  return el(
    'a',
    {
      class: `chip ${cell.standing}${rehearsed ? ' rehearsed' : ''}`,
      href: `#${detailsId(cell)}`,
      'data-cell': cell.index,
    },
    standingMark(cell.standing),
    ' ',
    cell.column.id,
    el('span', { class: 'aloud' }, ` ${wordOf(cell)}`),
    rehearsed ? el('span', { class: 'small' }, ' rehearsed') : null,
  );
}
