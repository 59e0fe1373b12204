import { isElision, wordsOf } from './elision.ts';

/** A promised line and the printed line that is like it, both by index. */
export interface Pair {
  readonly promised: number;
  readonly printed: number;
}

interface Alignment {
  readonly likeness: number;
  readonly pairs: readonly Pair[];
}

const nothing: Alignment = { likeness: 0, pairs: [] };

/** Finds, in order, the printed line that each promised line has become, where one is like it: the most alike on the whole. */
export function aligned(promised: readonly string[], printed: readonly string[]): readonly Pair[] {
  let above: readonly Alignment[] = printed.map(() => nothing);
  for (const [row, line] of promised.entries()) {
    const best: Alignment[] = [];
    for (const [column, candidate] of printed.entries()) {
      const likeness = likenessOf(line, candidate);
      const before = column === 0 ? nothing : (above[column - 1] ?? nothing);
      const paired: Alignment = {
        likeness: before.likeness + likeness,
        pairs: [...before.pairs, { promised: row, printed: column }],
      };
      const without = [above[column] ?? nothing, best[column - 1] ?? nothing];
      best.push(without.reduce(better, likeness > 0 ? paired : nothing));
    }
    above = best;
  }
  return above.at(-1)?.pairs ?? [];
}

function better(one: Alignment, other: Alignment): Alignment {
  return other.likeness > one.likeness ? other : one;
}

/** From 0 to 1 by the share of words that two lines have in common; less than half is nothing. */
function likenessOf(one: string, other: string): number {
  if (isElision(one) || isElision(other)) return 0;
  const [left, right] = [wordsOf(one), [...wordsOf(other)]];
  const total = left.length + right.length;
  let shared = 0;
  for (const word of left) {
    const at = right.indexOf(word);
    if (at < 0) continue;
    right.splice(at, 1);
    shared += 1;
  }
  const likeness = total === 0 ? 0 : (2 * shared) / total;
  return likeness < 0.5 ? 0 : likeness;
}
