import { UsageError } from './usage-error.ts';
import type { Shard } from './verify-options.ts';

/**
 * The part of `items` that a shard does, all of them without one: every n-th, so that the parts are of about the same
 * size; `what` names them in messages.
 * @throws UsageError for a shard with nothing in it.
 */
export function partOf<Item>(
  items: readonly Item[],
  shard: Shard | undefined,
  what: string,
): readonly Item[] {
  if (!shard) return items;
  const { part, parts } = shard;
  const own = items.filter((_, index) => index % parts === part - 1);
  if (own.length > 0) return own;
  throw new UsageError(
    `expected at most as many shards as ${what} (${items.length}), got --shard ${part}/${parts}`,
  );
}
