import { diffArrays } from 'diff';
import { aligned } from './aligned.ts';
import { elision, withoutRepeats, wordsOf } from './elision.ts';

/** The lines that several outputs have in common, in order, with an elision wherever they differ. */
export function commonOutput(outputs: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = outputs;
  return others.reduce(common, first);
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const pieces = piecesOf(one, other, (line) => line.trim());
  return withoutRepeats(pieces.flatMap((piece) => ('same' in piece ? piece.same : commonLines(piece))));
}

interface Different {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Two lines of the same words but a few keep what they share; anything else is left out whole. */
function commonLines({ one, other }: Different): readonly string[] {
  const pairs = aligned(one, other);
  const ends = [...pairs, { promised: one.length, printed: other.length }];
  return ends.flatMap((pair, index) => {
    const before = ends[index - 1] ?? { promised: -1, printed: -1 };
    const skips = pair.promised - before.promised > 1 || pair.printed - before.printed > 1;
    const shared = pairs[index] ? [commonWords(one[pair.promised] ?? '', other[pair.printed] ?? '')] : [];
    return [...(skips ? [elision] : []), ...shared];
  });
}

function commonWords(one: string, other: string): string {
  const pieces = piecesOf(one.split(/(\s+)/), other.split(/(\s+)/), (word) => word);
  const shared = pieces.flatMap((piece) => ('same' in piece ? piece.same.filter((word) => word.trim()) : []));
  const longest = Math.max(wordsOf(one).length, wordsOf(other).length);
  if (shared.length < 2 || shared.length * 2 < longest) return elision;
  return pieces.map((piece) => ('same' in piece ? piece.same.join('') : elision)).join('');
}

function piecesOf(
  one: readonly string[],
  other: readonly string[],
  compared: (text: string) => string,
): readonly (Different | { readonly same: readonly string[] })[] {
  const pieces: (Different | { readonly same: readonly string[] })[] = [];
  const comparator = (left: string, right: string): boolean => compared(left) === compared(right);
  for (const { value, added, removed } of diffArrays([...one], [...other], { comparator })) {
    const last = pieces.at(-1);
    const open = last && !('same' in last) ? (pieces.pop() as Different) : { one: [], other: [] };
    if (removed) pieces.push({ ...open, one: value });
    else if (added) pieces.push({ ...open, other: value });
    else pieces.push(...(open.one.length + open.other.length > 0 ? [open] : []), { same: value });
  }
  return pieces;
}
