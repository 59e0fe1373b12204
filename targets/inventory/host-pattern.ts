import { badInventory } from '../target-error.ts';
import { quoted } from '../words/mask.ts';

/** The hosts that one entry of an inventory names, and the port for all of them. */
export interface HostPattern {
  readonly names: readonly string[];
  readonly port?: string;
}

/** More hosts in one range than any inventory has: a slip of the keyboard, which must not fill the memory. */
const maximum = 100_000;

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Expands `web[01:50:2].example:22` as Ansible does: ranges of numbers or letters, both ends included, any number of them,
 * with a stride if there is a third part; leading zeros are kept; a port behind the last colon.
 * @throws TargetError
 */
export function expandHostPattern(pattern: string, where: string): HostPattern {
  const bracketed = /^\[(.+)\]:(\d+)$/.exec(pattern);
  const plain = bracketed ?? /^((?:[^:[\]]|\[[^\]]*\])*):(\d+)$/.exec(pattern);
  const [, host = pattern, port] = plain ?? [];
  if (port === undefined && pattern.endsWith(':'))
    throw badInventory(where, 'a port behind the colon that ends a host’s name', 'none');
  return { names: expandRanges(host, where), ...(port === undefined ? {} : { port }) };
}

function expandRanges(text: string, where: string): readonly string[] {
  let names = [''];
  for (const piece of text.split(/(\[[^\]]*\])/)) {
    const ends = piece.startsWith('[') && piece.endsWith(']') ? expandRange(piece, where) : [piece];
    if (names.length * ends.length > maximum) throw tooMany(where);
    names = names.flatMap((name) => ends.map((end) => name + end));
  }
  if (/[[\]]/.test(text.replace(/\[[^\]]*\]/g, '')))
    throw badInventory(where, 'every “[” of a range to be closed by a “]”', quoted(text));
  return names;
}

function expandRange(range: string, where: string): readonly string[] {
  const [begin = '', end = '', stride = '1', ...more] = range.slice(1, -1).split(':');
  const step = /^\d+$/.test(stride) ? Number(stride) : 0;
  const ends =
    more.length === 0 && step > 0 ? (numbers(begin || '0', end, step) ?? span(begin, end, step)) : [];
  if (ends === 'too many') throw tooMany(where);
  if (ends.length > 0) return ends;
  const expected =
    'a range such as [1:9], [01:50], [1:50:2] or [a:f], the lesser end first, ends with leading zeros equally long';
  throw badInventory(where, expected, quoted(range));
}

function numbers(begin: string, end: string, step: number): readonly string[] | 'too many' | undefined {
  if (!/^\d+$/.test(begin) || !/^\d+$/.test(end)) return undefined;
  const padded = begin.startsWith('0') && begin.length > 1;
  if (padded && begin.length !== end.length) return [];
  const count = Math.floor((Number(end) - Number(begin)) / step) + 1;
  if (count > maximum) return 'too many';
  const width = padded ? begin.length : 0;
  return Array.from({ length: Math.max(0, count) }, (_none, index) =>
    String(Number(begin) + index * step).padStart(width, '0'),
  );
}

function span(begin: string, end: string, step: number): readonly string[] {
  if (begin.length !== 1 || end.length !== 1) return [];
  const [from, to] = [letters.indexOf(begin), letters.indexOf(end)];
  if (from < 0 || to < 0) return [];
  return [...letters.slice(from, to + 1)].filter((_letter, index) => index % step === 0);
}

function tooMany(where: string): Error {
  return badInventory(where, `at most ${maximum} hosts from one range`, 'more');
}
