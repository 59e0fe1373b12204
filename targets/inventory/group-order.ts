import { badInventory } from '../target-error.ts';
import { quoted } from '../words/mask.ts';
import type { Inventory } from './inventory.ts';

/** How groups lie within each other. */
export interface GroupOrder {
  /** A group's own ancestors and itself, without order. */
  ancestry(group: string): ReadonlySet<string>;
  /** The longest way down from `all`: what is said deeper down wins. */
  depth(group: string): number;
}

/**
 * Works out which groups are within which.
 * @throws TargetError for a group that is within itself.
 */
export function groupOrder(inventory: Inventory): GroupOrder {
  const parents = parentsOf(inventory);
  const depths = new Map<string, number | 'open'>();
  const ancestries = new Map<string, ReadonlySet<string>>();
  const depth = (group: string): number => {
    const known = depths.get(group);
    if (known === 'open') throw loop(inventory, group);
    if (known !== undefined) return known;
    depths.set(group, 'open');
    const found = Math.max(-1, ...[...(parents.get(group) ?? [])].map(depth)) + 1;
    depths.set(group, found);
    return found;
  };
  const ancestry = (group: string): ReadonlySet<string> => {
    const known = ancestries.get(group);
    if (known) return known;
    const above = [...(parents.get(group) ?? [])].flatMap((parent) => [...ancestry(parent)]);
    const found = new Set([...above, group]);
    ancestries.set(group, found);
    return found;
  };
  for (const group of inventory.groups.keys()) depth(group);
  return { ancestry, depth };
}

function parentsOf({ groups }: Inventory): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map([...groups.keys()].map((name) => [name, new Set<string>()]));
  for (const [name, { children }] of groups)
    for (const child of children.keys()) parents.get(child)?.add(name);
  return parents;
}

function loop({ file, groups }: Inventory, group: string): Error {
  const line = [...groups.values()]
    .map(({ children }) => children.get(group))
    .find((found) => found !== undefined);
  return badInventory(
    `${file}:${line ?? 1}`,
    'groups within groups to come to an end',
    `${quoted(group)} within itself`,
  );
}
