import type { Chapter, ChapterFile } from '../../model/chapter.ts';
import { type ChapterRow, chapterRows } from './chapter-rows.ts';
import { chapterText } from './chapter-text.ts';
import { el, type View } from './el.ts';
import { happenedAt } from './happened.ts';
import { kindOf } from './look.ts';
import type { Page } from './page.ts';
import { type Places, placesOf } from './place-cells.ts';
import { kindBadge } from './standing-mark.ts';

/** The guide, sentence by sentence, beside what happened there; nothing where the report has no guide. */
export function chapter(page: Page): View {
  if (!page.chapter) return null;
  const places = placesOf(page, page.chapter);
  return el(
    'section',
    { id: 'guide', 'aria-labelledby': 'guide-title' },
    el('h2', { id: 'guide-title' }, 'The guide, and what happened'),
    page.chapter.files.map((file) => fileView(page, file, places, page.chapter)),
    elsewhere(page, places),
  );
}

function fileView(page: Page, file: ChapterFile, places: Places, { files }: Chapter = { files: [] }): View {
  const title = files.length > 1 ? `${file.path}, read by ${file.tags.join(', ') || 'nobody'}` : file.path;
  return el(
    'div',
    { class: 'file' },
    el('p', { class: 'path' }, title),
    chapterRows(file.blocks, file.tags).map((row) => rowView(page, row, places)),
  );
}

function rowView(page: Page, row: ChapterRow, places: Places): View {
  if (row.kind === 'branch') return branchView(page, row);
  const happened = places.at.get(row.leaf);
  const any = happened && happened.cells.length + happened.accommodations.length > 0;
  const classes = ['leaf', `depth-${Math.min(row.depth, 4)}`, row.branched && 'branched', any && 'busy'];
  return el(
    'div',
    { class: classes.filter(Boolean).join(' ') },
    el(
      'div',
      { class: row.aside ? 'text aside' : 'text' },
      row.marker ? el('span', { class: 'marker' }, row.marker) : null,
      row.aside ? el('b', { class: 'small' }, row.aside) : null,
      chapterText(row.leaf),
    ),
    any ? happenedAt(page, happened) : null,
  );
}

type BranchRow = Extract<ChapterRow, { kind: 'branch' }>;

function branchView(page: Page, { branch, readers, depth }: BranchRow): View {
  const columns = page.columns.filter(({ target }) => target?.tag && readers.includes(target.tag));
  const shown = columns.map((column) => [
    el('span', { class: 'name' }, column.id),
    ' ',
    kindBadge(kindOf(column)),
    ' ',
  ]);
  const ran = page.counted ? `${columns.length} targets` : shown;
  return el(
    'p',
    { class: `branch depth-${Math.min(depth, 4)}` },
    el('span', { class: 'number' }, branch.where.line, ' '),
    'only for ',
    el('b', null, branch.condition),
    ' → ',
    columns.length > 0 ? ran : el('span', { class: 'small' }, 'nobody in this run reads this'),
  );
}

function elsewhere(page: Page, { elsewhere: cells }: Places): View {
  if (cells.length === 0) return null;
  const title = el('div', { class: 'text' }, el('p', null, 'Not about a line of the guide'));
  return el('div', { class: 'leaf busy' }, title, happenedAt(page, { cells, accommodations: [] }));
}
