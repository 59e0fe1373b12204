import { matchPromise } from '../procedure/promised-output.ts';
import { aligned, type Pair } from './aligned.ts';
import { commonOutput } from './common-output.ts';
import { elision, isElision, withoutRepeats } from './elision.ts';

/** A promise that all outputs keep, or why there is none. */
export type NewPromise = { readonly lines: readonly string[] } | { readonly reason: string };

// Who shows more than this in a guide has chosen what matters.
const longest = 12;
// What a command prints between two lines that were promised one below the other.
const longestBetween = 3;

/**
 * What to promise in place of what is no longer true: line by line what the old promise has become, no more than that.
 * Where nothing of it is recognised, all that the outputs have in common. A line is given back as it was if it is still true.
 */
export function newPromise(promised: readonly string[], outputs: readonly (readonly string[])[]): NewPromise {
  const printed = commonOutput(outputs);
  if (outputs.every((lines) => lines.length === 0)) return { reason: 'the command prints nothing any more' };
  const pairs = aligned(promised, printed);
  const lines = pairs.length > 0 ? updated(promised, printed, pairs) : withoutRepeats(printed);
  if (lines.every(isElision)) return { reason: 'what is printed there has nothing in common' };
  if (lines.length > Math.max(longest, promised.length + longestBetween))
    return {
      reason: 'nothing of the promise is printed any more, and all that is printed is too long to show',
    };
  const broken = outputs.some((output) => matchPromise(lines, output.join('\n')) === 'no');
  return broken ? { reason: 'no elision makes it true of all that is printed' } : { lines };
}

function updated(
  promised: readonly string[],
  printed: readonly string[],
  pairs: readonly Pair[],
): readonly string[] {
  const lines = pairs.flatMap((pair, index) => [
    ...between(promised, printed, pairs[index - 1], pair),
    lineFor(promised[pair.promised] ?? '', printed[pair.printed] ?? ''),
  ]);
  const [first, last] = [promised[0] ?? '', promised.at(-1) ?? ''];
  const whole = [...(isElision(first) ? [first] : []), ...lines, ...(isElision(last) ? [last] : [])];
  return withoutRepeats(whole);
}

/** A line that is still true stays as it was; another keeps its indentation. */
function lineFor(promised: string, printed: string): string {
  const indentation = /^\s*/.exec(promised)?.[0] ?? '';
  return indentation + printed.trim();
}

function between(
  promised: readonly string[],
  printed: readonly string[],
  before: Pair | undefined,
  { promised: row, printed: column }: Pair,
): readonly string[] {
  if (!before) return [];
  if (promised.slice(before.promised + 1, row).some(isElision)) return [elision];
  const lines = printed.slice(before.printed + 1, column);
  return lines.length > longestBetween ? [elision] : lines;
}
