import { findingPhrase, patchRemarks, suggestionSentence } from '../suggestion-text.ts';
import { block, labelled } from './comparison.ts';
import { el, type View } from './el.ts';
import type { Page } from './page.ts';

/** The patch that the run suggests, and what it leaves as it is; nothing where none was asked for. */
export function suggestion({ report }: Page): View {
  const { suggestion: suggested } = report;
  if (!suggested) return null;
  const { patch, leftOut } = suggested;
  const left = leftOut.map((each) => `Left as it is: ${findingPhrase(each)}: ${each.reason}`);
  return el(
    'section',
    { id: 'suggestion', 'aria-labelledby': 'suggestion-title' },
    el('h2', { id: 'suggestion-title' }, 'Suggested patch'),
    el('p', null, suggestionSentence(suggested)),
    el(
      'ul',
      null,
      [...(patch ? patchRemarks(patch) : []), ...left].map((remark) => el('li', null, remark)),
    ),
    patch ? labelled('Apply it', block(patch.apply)) : null,
    patch ? labelled('Patch', block(patch.diff)) : null,
  );
}
