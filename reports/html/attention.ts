import { severities } from '../../model/finding.ts';
import { placeOf, summaryOf } from '../finding-text.ts';
import type { Cell } from './cell.ts';
import { targetLink } from './cell-link.ts';
import { el, type View } from './el.ts';
import { groupBy } from './group-by.ts';
import { rankOf, wordOf } from './look.ts';
import { allCells, type Page } from './page.ts';
import { sameFinding } from './same-finding.ts';
import { standingMark } from './standing-mark.ts';
import { told } from './told.ts';

// What is beyond is in the matrix; a list that nobody reads to its end helps nobody.
const most = { items: 100, targets: 8, characters: 400 };

/** Everything that is not as the guide says, worst first, told once for all targets that it is the same on. */
export function attention(page: Page): View {
  const troubles = allCells(page).filter(({ standing }) => rankOf(standing) < rankOf('not-applicable'));
  const groups = [...groupBy(troubles, ({ finding }) => sameFinding(finding)).values()].toSorted(worstFirst);
  if (groups.length === 0) return null;
  const beyond = groups.length - most.items;
  return el(
    'section',
    { id: 'attention', 'aria-labelledby': 'attention-title' },
    el('h2', { id: 'attention-title' }, 'What needs attention'),
    el('ul', { class: 'troubles' }, groups.slice(0, most.items).map(trouble)),
    beyond > 0 ? el('p', { class: 'small' }, `And ${beyond} more, in the results above.`) : null,
  );
}

function worstFirst([a]: readonly Cell[], [b]: readonly Cell[]): number {
  return a && b ? weight(a) - weight(b) : 0;
}

function weight({ standing, finding }: Cell): number {
  return rankOf(standing) * severities.length + severities.indexOf(finding.severity);
}

function trouble(cells: readonly Cell[]): View {
  const [first] = cells;
  if (!first) return null;
  const { finding } = first;
  const summary = summaryOf(finding);
  return el(
    'li',
    { class: `trouble ${first.standing}`, 'data-result': '' },
    el(
      'div',
      { class: 'heading' },
      el('span', { class: `badge ${first.standing}` }, standingMark(first.standing), ' ', wordOf(first)),
      ' ',
      el('b', { class: 'title' }, finding.title),
      ' ',
      el('span', { class: 'small' }, placeOf(finding)),
    ),
    el('p', null, told(summary.length > most.characters ? `${summary.slice(0, most.characters)}…` : summary)),
    finding.fix === undefined ? null : el('p', { class: 'fix' }, el('b', null, 'Fix '), told(finding.fix)),
    el('div', { class: 'chips' }, cells.slice(0, most.targets).map(targetLink), rest(first, cells.length)),
  );
}

function rest({ row, standing }: Cell, count: number): View {
  if (count <= most.targets) return null;
  const attributes = {
    class: 'chip',
    href: '#results',
    'data-row': row,
    'data-standing': standing,
    'data-fixed': '',
  };
  return el('a', attributes, `and ${count - most.targets} more`);
}
