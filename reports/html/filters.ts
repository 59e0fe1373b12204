import { severities } from '../../model/finding.ts';
import { countOf } from './count-links.ts';
import { el, type View } from './el.ts';
import { allCells, type Page } from './page.ts';
import { standingMark } from './standing-mark.ts';

/** Counts of all outcomes, each a switch, and the choices of severity and target; the page's script brings them to life. */
export function filters(page: Page): View {
  const cells = allCells(page);
  const switches = page.looks.map(({ standing, word }) =>
    el(
      'button',
      {
        type: 'button',
        class: `toggle ${standing}`,
        'aria-pressed': 'false',
        'data-toggle': standing,
        disabled: true,
      },
      standingMark(standing),
      ' ',
      el('b', null, countOf(cells, standing).toLocaleString('en')),
      ` ${word}`,
    ),
  );
  return el(
    'section',
    { class: 'filters', 'aria-label': 'Filters' },
    el('div', { class: 'toggles', role: 'group', 'aria-label': 'Outcome' }, switches),
    el(
      'div',
      { class: 'choices scripted' },
      severity(),
      targets(page),
      el('button', { type: 'button', id: 'clear', hidden: true }, 'Clear filters'),
    ),
    el(
      'p',
      { class: 'small scripted', id: 'shown', role: 'status' },
      `${cells.length.toLocaleString('en')} findings`,
    ),
  );
}

function severity(): View {
  const options = ['', ...severities].map((value) => el('option', { value }, value || 'any'));
  return el('label', null, 'Severity ', el('select', { id: 'severity' }, options));
}

function targets({ columns, counted }: Page): View {
  if (counted)
    return el(
      'label',
      null,
      'Host ',
      el('input', {
        id: 'target',
        type: 'text',
        placeholder: 'part of its name',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    );
  const options = columns.map(({ id }) => el('option', { value: id }, id));
  return el(
    'label',
    null,
    'Target ',
    el('select', { id: 'target' }, el('option', { value: '' }, 'all'), options),
  );
}
