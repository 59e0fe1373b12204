import { groupOrder } from './group-order.ts';
import type { Inventory, InventoryValue } from './inventory.ts';

/** Variables of one host, by name. */
export type HostVariables = ReadonlyMap<string, InventoryValue>;

/**
 * Tells the variables of each host. What is said nearest to it wins: the host itself, then its groups from the innermost to
 * `all`; of groups equally deep the one with the higher `ansible_group_priority`, then the later name, as Ansible has it.
 * @throws TargetError for groups within themselves.
 */
export function hostVariables(inventory: Inventory): (host: string) => HostVariables {
  const memberships = groupsByHost(inventory);
  const order = groupOrder(inventory);
  const merged = new Map<string, HostVariables>();
  const rank = (group: string) => [order.depth(group), priority(inventory, group)] as const;
  const inherited = (groups: readonly string[]): HostVariables => {
    const key = groups.join('\n');
    const known = merged.get(key);
    if (known) return known;
    const all = [...new Set(groups.flatMap((group) => [...order.ancestry(group)]))];
    const sorted = all
      .map((name) => ({ name, rank: rank(name) }))
      .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || (a.name < b.name ? -1 : 1));
    const found = new Map(sorted.flatMap(({ name }) => [...(inventory.groups.get(name)?.variables ?? [])]));
    merged.set(key, found);
    return found;
  };
  return (host) =>
    new Map([...inherited(memberships.get(host) ?? []), ...(inventory.hosts.get(host)?.variables ?? [])]);
}

function groupsByHost({ groups }: Inventory): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [group, { hosts }] of groups)
    for (const host of hosts) {
      const names = found.get(host);
      if (names) names.push(group);
      else found.set(host, [group]);
    }
  return found;
}

function priority({ groups }: Inventory, group: string): number {
  const text = groups.get(group)?.variables.get('ansible_group_priority')?.text ?? '1';
  return Number.parseInt(text, 10) || 0;
}
