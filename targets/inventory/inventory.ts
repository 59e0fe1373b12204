import { badInventory } from '../target-error.ts';

/** A variable's value as text, or `undefined` for what is no plain text, such as a list or something encrypted. */
export interface InventoryValue {
  readonly text: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

/** Variables by name: only those that say how a host is reached are kept. */
export type Variables = Map<string, InventoryValue>;

interface InventoryGroup {
  readonly hosts: Set<string>;
  /** Names of groups, with the lines that say so. */
  readonly children: Map<string, number>;
  readonly variables: Variables;
}

interface InventoryHost {
  readonly line: number;
  readonly variables: Variables;
}

/** What an inventory says of hosts and groups, in the order in which it does. */
export interface Inventory {
  readonly file: string;
  readonly hosts: Map<string, InventoryHost>;
  readonly groups: Map<string, InventoryGroup>;
}

/** Every inventory has these two groups, whether it names them or not. */
export const builtInGroups = ['all', 'ungrouped'] as const;

const keptVariables = new Set([
  'ansible_connection',
  'ansible_docker_host',
  'ansible_group_priority',
  'ansible_host',
  'ansible_port',
  'ansible_ssh_host',
  'ansible_ssh_port',
  'ansible_ssh_user',
  'ansible_user',
]);

/** An inventory with nothing in it yet. */
export function emptyInventory(file: string): Inventory {
  const inventory: Inventory = { file, hosts: new Map(), groups: new Map() };
  for (const name of builtInGroups) addGroup(inventory, name);
  return inventory;
}

/** The group of that name, made if there is none. */
export function addGroup({ groups }: Inventory, name: string): InventoryGroup {
  const known = groups.get(name);
  if (known) return known;
  const group: InventoryGroup = { hosts: new Set(), children: new Map(), variables: new Map() };
  groups.set(name, group);
  return group;
}

/**
 * The host of that name, made if there is none, as a member of a group. A port counts only where a host is named first, as
 * Ansible has it.
 * @throws TargetError for a name that could be mistaken for an option, or that disturbs reports.
 */
export function addHost(
  inventory: Inventory,
  group: string,
  name: string,
  line: number,
  port?: string,
): InventoryHost {
  addGroup(inventory, group).hosts.add(name);
  const known = inventory.hosts.get(name);
  if (known) return known;
  if (!/^[^\s\p{C}-][^\s\p{C}]{0,252}$/u.test(name))
    throw badInventory(
      `${inventory.file}:${line}`,
      'a host’s name without blanks and control characters that does not begin with “-”',
      name === '' ? 'an empty one' : 'another',
    );
  const host: InventoryHost = { line, variables: new Map() };
  inventory.hosts.set(name, host);
  if (port !== undefined) setVariable(host.variables, 'ansible_port', port, line);
  return host;
}

/** Keeps a variable that says how a host is reached; any other, which may be a secret, is forgotten at once. */
export function setVariable(
  variables: Variables,
  name: string,
  text: string | undefined,
  line: number,
): void {
  if (keptVariables.has(name)) variables.set(name, { text, line });
}
