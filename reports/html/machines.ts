import { counted } from '../wording.ts';
import type { Column } from './cell.ts';
import { el, type View } from './el.ts';
import { groupBy } from './group-by.ts';
import { kindOf } from './look.ts';
import { machineFacts } from './machine.ts';
import type { Page } from './page.ts';
import { kindBadge } from './standing-mark.ts';

/** What it all ran on: a card for each target, or, where they are many, how many there are of which sort. */
export function machines(page: Page): View {
  return el(
    'section',
    { id: 'machines', 'aria-labelledby': 'machines-title' },
    el('h2', { id: 'machines-title' }, 'Machines'),
    page.counted ? [sorts(page), el('div', { id: 'hosts' })] : cards(page),
  );
}

function cards(page: Page): View {
  return el(
    'div',
    { class: 'cards' },
    page.columns.filter(({ target }) => target).map((column) => card(page, column)),
  );
}

function card(page: Page, column: Column): View {
  const kind = kindOf(column);
  return el(
    'article',
    { class: `card ${kind}`, id: `t-${column.index}`, 'aria-labelledby': `t-${column.index}-name` },
    el('h3', { id: `t-${column.index}-name` }, column.id, ' ', kindBadge(kind)),
    machineFacts(page, column),
  );
}

function sorts({ columns }: Page): View {
  const rows = [...groupBy(columns, sortOf)].toSorted(([, a], [, b]) => b.length - a.length);
  return el(
    'ul',
    { class: 'sorts' },
    rows.map(([sort, own]) => el('li', null, `${sort}: ${counted(own.length, 'host')}`)),
  );
}

function sortOf({ target }: Column): string {
  const version = target?.broker ? `RabbitMQ ${target.broker.version}` : 'no broker answered';
  return `${target?.distro ?? 'System unknown'}, ${version}`;
}
