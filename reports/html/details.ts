import type { Cell } from './cell.ts';
import { detailsId } from './cell-link.ts';
import { el, type View } from './el.ts';
import { findingBody } from './finding-body.ts';
import { kindOf, timeOf } from './look.ts';
import { machineNote } from './machine.ts';
import { allCells, type Page } from './page.ts';
import { kindBadge } from './standing-mark.ts';
import { typed } from './typed.ts';

/** All there is to each finding; where targets are counted, the page's script puts it here when it is asked for. */
export function details(page: Page): View {
  const articles = page.counted ? [] : allCells(page).map((cell) => article(page, cell));
  return el(
    'section',
    { id: 'details', 'aria-labelledby': 'details-title' },
    el('h2', { id: 'details-title' }, 'Details'),
    el(
      'div',
      { class: 'tools scripted' },
      el('button', { type: 'button', id: 'previous', title: 'Previous (k)' }, '← Previous'),
      el('button', { type: 'button', id: 'next', title: 'Next (j)' }, 'Next →'),
      el('button', { type: 'button', id: 'close', title: 'Close (Esc)' }, 'Close ✕'),
    ),
    el('div', { id: 'articles' }, articles),
  );
}

function article(page: Page, cell: Cell): View {
  const { column, finding, standing } = cell;
  return el(
    'article',
    { id: detailsId(cell), class: `detail ${standing}`, tabindex: -1 },
    el(
      'p',
      { class: 'crumb' },
      el('b', null, column.id),
      ' ',
      kindBadge(kindOf(column)),
      finding.durationMs > 0 ? el('span', { class: 'small' }, ` took ${timeOf(finding.durationMs)}`) : null,
    ),
    findingBody(cell),
    typed(page, cell),
    machineNote(page, column),
  );
}
