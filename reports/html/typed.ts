import type { TranscriptEntry } from '../../model/transcript.ts';
import { plainText } from '../plain-text.ts';
import { transcriptFile } from '../transcript.ts';
import { cutMiddle } from '../xml-text.ts';
import type { Cell } from './cell.ts';
import { el, type View } from './el.ts';
import { timeOf } from './look.ts';
import type { Page } from './page.ts';

/** Bytes of output that all transcripts of a page may take, and one command at most and at least. */
const budget = { page: 6 * 1024 * 1024, most: 24 * 1024, least: 512 };

/** What was typed for a cell and what it printed; the output that a promise is about is its command's. */
export function typed(page: Page, cell: Cell): View | null {
  const { id, target } = cell.finding;
  const wanted = id.replace(/^output\./, 'step.');
  const entries = page.transcripts.get(target)?.filter((entry) => entry.id === wanted) ?? [];
  if (entries.length === 0) return null;
  const limit = limitOf(page);
  return el(
    'details',
    { class: 'typed', open: cell.standing !== 'passed' },
    el(
      'summary',
      null,
      `Transcript (${timeOf(entries.reduce((sum, { durationMs }) => sum + durationMs, 0))})`,
    ),
    entries.map((entry) => command(entry, limit)),
    el('p', { class: 'small' }, `All of this target: ${transcriptFile(target)}`),
  );
}

function limitOf({ transcripts }: Page): number {
  const count = [...transcripts.values()].reduce((sum, entries) => sum + entries.length, 0);
  return Math.min(budget.most, Math.max(budget.least, Math.floor(budget.page / count)));
}

function command(entry: TranscriptEntry, limit: number): View {
  const output = cutMiddle(plainText(entry.output), transcriptFile(entry.target), limit);
  const ending = entry.exitCode === undefined ? 'did not end' : `exit code ${entry.exitCode}`;
  return el(
    'pre',
    null,
    el('b', null, `$ ${plainText(entry.command)}`),
    `\n${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`,
    el('span', { class: 'small' }, `${ending}, ${timeOf(entry.durationMs)}`),
  );
}
