import { InvalidArgumentError } from 'commander';
import type { Shard } from '../verify-options.ts';

/** Reads `I/N`. @throws InvalidArgumentError unless I is from 1 to N. */
export function shard(text: string): Shard {
  const [, index, count] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const [part, parts] = [Number(index), Number(count)];
  if (!(part <= parts)) throw new InvalidArgumentError(`Expected I/N with I from 1 to N, got "${text}".`);
  return { part, parts };
}

/** Reads ids separated by commas. @throws InvalidArgumentError for an empty one. */
export function list(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError(`Expected ids separated by commas, got "${text}".`);
  return ids;
}

/** Reads a whole number. @throws InvalidArgumentError for less than 1. */
export function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError(`Expected a whole number from 1, got "${text}".`);
  return number;
}
