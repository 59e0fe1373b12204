import type { Standing } from '../standing.ts';
import type { Cell } from './cell.ts';
import { el, type View } from './el.ts';
import { standingLooks } from './look.ts';
import { standingMark } from './standing-mark.ts';

/** How many cells of a row have which standing, worst first, each a way to the targets behind it; only those that there are. */
export function countLinks(row: number, cells: readonly Cell[]): readonly View[] {
  return standingLooks.flatMap(({ standing, word }) => {
    const count = countOf(cells, standing);
    return count > 0 ? [countLink({ row, standing, word, count })] : [];
  });
}

/** How many of the cells have a standing. */
export function countOf(cells: readonly Cell[], standing: Standing): number {
  return cells.filter((cell) => cell.standing === standing).length;
}

interface Count {
  readonly row: number;
  readonly standing: Standing;
  readonly word: string;
  readonly count: number;
}

/** One count; the page's script fills it anew when a filter is set. */
export function countLink({ row, standing, word, count }: Count): View {
  return el(
    'a',
    { class: `chip ${standing}`, href: '#results', 'data-row': row, 'data-standing': standing },
    standingMark(standing),
    ' ',
    el('span', { class: 'count' }, count.toLocaleString('en')),
    ' ',
    el('span', { class: 'word' }, word),
  );
}
