import type { Cell, Column } from './cell.ts';
import { matrixLink } from './cell-link.ts';
import { countLink, countOf } from './count-links.ts';
import { el, type View, type Views } from './el.ts';
import { kindOf } from './look.ts';
import type { Page } from './page.ts';
import type { RowName } from './row-name.ts';
import { type Part, parts, type Row } from './rows.ts';
import { kindBadge, standingMark } from './standing-mark.ts';

/** The matrix: what was asked, down; the targets, or where they are many the counts of them, across. */
export function matrix(page: Page): View {
  const width = page.counted ? page.looks.length : page.columns.length;
  return el(
    'section',
    { id: 'results', 'aria-labelledby': 'results-title' },
    el('h2', { id: 'results-title' }, 'Results'),
    el('p', { class: 'legend' }, legend(page)),
    el(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': 'results-title' },
      el(
        'table',
        { class: `matrix ${page.counted ? 'counted' : 'single'} across-${width}` },
        el('thead', null, el('tr', null, el('th', { scope: 'col' }, 'What was asked'), heads(page))),
        parts.map((part) => partBody(page, part, width)),
      ),
    ),
  );
}

function legend({ columns, counted }: Page): Views {
  const kinds = new Set(columns.map(kindOf));
  const told = [
    ['real', 'on the distribution itself: counts as proof'],
    ['rehearsed', 'on a stand-in, hatched: proves nothing about the distribution'],
    ['existing', 'a controller that was there already, only looked at'],
  ] as const;
  const shown = told.filter(([kind]) => kinds.has(kind));
  return [
    ...shown.map(([kind, text]) => el('span', { class: 'term' }, kindBadge(kind), ` ${text}`)),
    counted ? el('span', { class: 'term' }, 'A number leads to the targets behind it.') : null,
  ];
}

function heads(page: Page): readonly View[] {
  if (!page.counted) return page.columns.map(columnHead);
  return page.looks.map(({ standing, word }) =>
    el('th', { scope: 'col', class: 'head' }, standingMark(standing), ' ', word),
  );
}

function columnHead(column: Column): View {
  const { target } = column;
  const kind = kindOf(column);
  return el(
    'th',
    { scope: 'col', class: `head ${kind}` },
    el('a', { href: `#t-${column.index}`, class: 'name' }, column.id),
    kindBadge(kind),
    target?.broker ? el('span', { class: 'small' }, `RabbitMQ ${target.broker.version}`) : null,
  );
}

function partBody(page: Page, part: Part, width: number): View | null {
  const rows = page.rows.flatMap((row, index) => (row.part === part ? [{ row, index }] : []));
  if (rows.length === 0) return null;
  return el(
    'tbody',
    null,
    el('tr', { class: 'part' }, el('th', { colspan: width + 1, scope: 'rowgroup' }, part)),
    rows.map(({ row, index }, place) => {
      const above = rows[place - 1];
      const again = above && page.names[above.index]?.heading === page.names[index]?.heading;
      return el('tr', { 'data-line': index }, rowHead(row, page.names[index], !again), rowCells(page, index));
    }),
  );
}

function rowHead({ ids }: Row, name: RowName | undefined, headed: boolean): View {
  return el(
    'th',
    { scope: 'row' },
    name?.heading ? el('span', { class: headed ? 'heading' : 'aloud' }, name.heading) : null,
    el(name?.isCommand ? 'code' : 'span', { class: 'title' }, name?.text),
    ' ',
    el('span', { class: 'id' }, ids.join(' · ')),
  );
}

function rowCells(page: Page, row: number): readonly View[] {
  const cells = page.cells[row] ?? [];
  if (page.counted)
    return page.looks.map(({ standing, word }) =>
      el('td', null, countLink({ row, standing, word, count: countOf(cells, standing) })),
    );
  return page.columns.map((column) =>
    targetCell(
      column,
      cells.find((cell) => cell.column === column),
    ),
  );
}

function targetCell(column: Column, cell: Cell | undefined): View {
  if (!cell) return el('td', { class: 'none' }, el('span', { class: 'aloud' }, 'not asked'));
  const hatch = kindOf(column) === 'rehearsed' ? ' rehearsed' : '';
  return el('td', { class: `${cell.standing}${hatch}` }, matrixLink(cell));
}
