import { counted } from '../wording.ts';
import type { Cell } from './cell.ts';
import { targetLink } from './cell-link.ts';
import { countLinks } from './count-links.ts';
import { el, type View } from './el.ts';
import { groupBy } from './group-by.ts';
import type { Page } from './page.ts';
import type { Happened } from './place-cells.ts';
import { standingMark } from './standing-mark.ts';
import { told } from './told.ts';

/** What happened at a block of the guide on each target: what it tells to do first, then what else was asked of it. */
export function happenedAt(page: Page, { cells, accommodations }: Happened): View {
  const rows = [...groupBy(cells, ({ row }) => row)];
  const foremost = rows.filter(([row, own]) => isTold(page, row) || own.some(isTrouble));
  const calm = rows.filter(([row, own]) => !isTold(page, row) && !own.some(isTrouble));
  return el(
    'div',
    { class: 'happened' },
    foremost.map(([row, own]) => result(page, row, own)),
    calm.length > 0 ? alsoAsked(page, calm) : null,
    accommodations.map(({ text, columns }) =>
      el(
        'p',
        { class: 'added' },
        el('b', null, 'Not in the guide: '),
        told(text),
        el('span', { class: 'small' }, ` (${namesOf(columns)})`),
      ),
    ),
  );
}

type RowCells = readonly [row: number, cells: readonly Cell[]];

function alsoAsked(page: Page, rows: readonly RowCells[]): View {
  const words = `${counted(rows.length, 'requirement')} that ${rows.length === 1 ? 'rests' : 'rest'} on this: nothing amiss`;
  return el(
    'details',
    { class: 'calm' },
    el('summary', null, standingMark('passed'), ' ', words),
    rows.map(([row, own]) => result(page, row, own)),
  );
}

function isTold(page: Page, row: number): boolean {
  const part = page.rows[row]?.part;
  return part === 'Steps' || part === 'Promised output';
}

function isTrouble({ standing }: Cell): boolean {
  return standing !== 'passed' && standing !== 'not-applicable';
}

function result(page: Page, row: number, cells: readonly Cell[]): View {
  const links = page.counted ? countLinks(row, cells) : cells.map(targetLink);
  return el(
    'div',
    { class: 'result', 'data-result': '' },
    nameOf(page, row),
    el('div', { class: 'chips' }, links),
  );
}

function nameOf(page: Page, row: number): View {
  const part = page.rows[row]?.part;
  const name = page.names[row];
  if (name?.isCommand) return el('code', { class: 'title' }, name.text);
  // The sentence itself stands beside it.
  const text = part === 'Steps' ? 'Done as told' : part === 'Promised output' ? part : name?.text;
  return el('span', { class: 'title' }, text);
}

function namesOf(columns: readonly { readonly id: string }[]): string {
  const names = columns.slice(0, 5).map(({ id }) => id);
  return columns.length > 5 ? `${names.join(', ')} and ${columns.length - 5} more` : names.join(', ');
}
