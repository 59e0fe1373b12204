import { diffArrays } from 'diff/lib/diff/array.js';
import { diffWordsWithSpace } from 'diff/lib/diff/word.js';

/** A line of a comparison: in both texts, only in what was expected, or only in what was got. */
export interface DiffLine {
  readonly side: 'both' | 'expected' | 'got';
  readonly pieces: readonly DiffPiece[];
}

/** A piece of a line; `changed` is what the line beside it does not have. */
export interface DiffPiece {
  readonly text: string;
  readonly changed: boolean;
}

// Beyond this, finding the smallest difference takes longer than anybody would wait for a report.
const maxEditLength = 400;

/** Two texts line by line; of lines that took each other's place and are alike, the words that differ are marked. */
export function diffText(expected: string, got: string): readonly DiffLine[] {
  const [before, after] = [expected.split('\n'), got.split('\n')];
  const changes = diffArrays(before, after, { maxEditLength }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return changes.flatMap((change, index) => {
    if (!change.removed && !change.added) return change.value.map((text) => plain('both', text));
    const previous = changes[index - 1];
    const next = changes[index + 1];
    if (change.added) return previous?.removed ? [] : change.value.map((text) => plain('got', text));
    return replaced(change.value, next?.added ? next.value : []);
  });
}

function plain(side: DiffLine['side'], text: string): DiffLine {
  return { side, pieces: [{ text, changed: false }] };
}

function replaced(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const pairs = before.map((text, index) => marked(text, after[index]));
  const rest = after.slice(before.length).map((text) => plain('got', text));
  return [...pairs.map(([expected]) => expected), ...pairs.flatMap(([, got]) => (got ? [got] : [])), ...rest];
}

function marked(before: string, after: string | undefined): readonly [DiffLine, DiffLine?] {
  if (after === undefined) return [plain('expected', before)];
  const words = diffWordsWithSpace(before, after, { maxEditLength }) ?? [];
  const shared = words.filter((word) => !word.added && !word.removed).map(({ value }) => value.trim());
  const alike = 2 * shared.join('').length >= Math.min(before.length, after.length);
  if (!alike) return [plain('expected', before), plain('got', after)];
  const side = (skipped: 'added' | 'removed') =>
    words
      .filter((word) => !word[skipped])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return [
    { side: 'expected', pieces: side('added') },
    { side: 'got', pieces: side('removed') },
  ];
}
