import type { Finding } from '../../model/finding.ts';
import { cutMiddle } from '../xml-text.ts';
import { el, type View } from './el.ts';
import { diffText } from './text-diff.ts';

// More of one text than this helps nobody on a page; the whole is in findings.json.
const longest = 16 * 1024;

/** Expected against got: as a diff where a fail gives both, otherwise each by itself. */
export function comparison({ expected, actual, outcome }: Finding): View | null {
  if (expected === undefined && actual === undefined) return null;
  if (expected === actual) return labelled('Expected and got', block(actual ?? ''));
  if (expected !== undefined && actual !== undefined && outcome === 'fail')
    return labelled('Expected against got', diff(shown(expected), shown(actual)));
  return el(
    'div',
    { class: 'pair' },
    expected === undefined ? null : labelled('Expected', block(expected)),
    actual === undefined ? null : labelled('Got', block(actual)),
  );
}

/** A block of details under a name of its own. */
export function labelled(name: string, content: View): View {
  return el('div', { class: 'fact' }, el('h4', null, name), content);
}

/** Text as it was printed; long lines are wrapped. */
export function block(text: string): View {
  return el('pre', null, shown(text));
}

function shown(text: string): string {
  return cutMiddle(text, 'findings.json', longest);
}

const signs = { both: ' ', expected: '−', got: '+' } as const;
const names = { both: '', expected: 'expected: ', got: 'got: ' } as const;

function diff(expected: string, actual: string): View {
  const lines = diffText(expected, actual).map(({ side, pieces }) =>
    el(
      'span',
      { class: `line ${side}` },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[side]),
      el('span', { class: 'aloud' }, names[side]),
      pieces.map(({ text, changed }) => (changed ? el('mark', null, text) : text)),
      '\n',
    ),
  );
  return el('pre', { class: 'diff' }, lines);
}
