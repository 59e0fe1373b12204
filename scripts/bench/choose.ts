/** The parts of the bench, in the order in which they run, with the rounds that each has unless another number is given. */
export const usualRounds = { check: 7, verify: 3 } as const;

export type PartName = keyof typeof usualRounds;

/** A part that is to run, and how often; the median of fewer than three rounds says little on a busy machine. */
export interface Chosen {
  readonly part: PartName;
  readonly rounds: number;
}

/** Reads `[part...] [rounds]`; without a part it is all of them. @throws TypeError for anything else. */
export function choose(words: readonly string[]): readonly Chosen[] {
  const names = Object.keys(usualRounds) as PartName[];
  const [number, ...others] = words.filter((word) => /^[1-9]\d*$/.test(word));
  const named = words.filter((word) => names.includes(word as PartName));
  const understood = named.length + (number === undefined ? 0 : 1);
  if (others.length > 0 || understood < words.length)
    throw new TypeError(`expected [${names.join('|')}]... [rounds], got "${words.join(' ')}"`);
  return names
    .filter((part) => named.length === 0 || named.includes(part))
    .map((part) => ({ part, rounds: Number(number ?? usualRounds[part]) }));
}
