import type { Inventory } from './inventory.ts';

/**
 * Makes every group lie within `all`, and leaves in `ungrouped` those hosts, and all of those, that are in no other group but
 * `all`, as Ansible does when it has read an inventory.
 */
export function reconcile(inventory: Inventory): Inventory {
  adoptOrphans(inventory);
  const { groups, hosts } = inventory;
  const grouped = new Set(
    [...groups].flatMap(([name, group]) => (name === 'all' || name === 'ungrouped' ? [] : [...group.hosts])),
  );
  const ungrouped = groups.get('ungrouped')?.hosts;
  for (const host of hosts.keys())
    if (grouped.has(host)) ungrouped?.delete(host);
    else ungrouped?.add(host);
  return inventory;
}

function adoptOrphans({ groups }: Inventory): void {
  const children = new Set([...groups.values()].flatMap((group) => [...group.children.keys()]));
  const top = groups.get('all');
  for (const name of groups.keys()) if (name !== 'all' && !children.has(name)) top?.children.set(name, 1);
}
