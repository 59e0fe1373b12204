import type { ReportInput } from '../report-input.ts';
import { attention } from './attention.ts';
import { chapter } from './chapter.ts';
import { details } from './details.ts';
import { htmlDocument } from './document.ts';
import { el } from './el.ts';
import { filters } from './filters.ts';
import { machines } from './machines.ts';
import { masthead, verdict } from './masthead.ts';
import { matrix } from './matrix.ts';
import { type Page, pageOf } from './page.ts';
import { pageData } from './page-data.ts';
import { suggestion } from './suggestion.ts';
import { toHtml } from './to-html.ts';

/** The text of `report.html`: all of a run on one page that loads nothing; without JavaScript it can still be read. */
export function renderHtml(input: ReportInput): string {
  const page = pageOf(input);
  return htmlDocument(toHtml(title(page)), bodyOf(page), pageData(page));
}

function title({ report }: Page) {
  return el('title', null, `${report.tool.name} ${report.command}: ${report.guide.path}`);
}

function bodyOf(page: Page): string {
  const main = [verdict, filters, matrix, attention, suggestion, chapter, machines].map((part) => part(page));
  return toHtml(
    el(
      'div',
      { class: 'page' },
      el('a', { class: 'skip', href: '#results' }, 'Skip to the results'),
      masthead(page),
      el('main', null, main, details(page)),
    ),
  );
}
