import { z } from 'zod';
import { badInventory } from '../target-error.ts';
import { quoted } from '../words/mask.ts';
import {
  addGroup,
  addHost,
  emptyInventory,
  type Inventory,
  setVariable,
  type Variables,
} from './inventory.ts';

const variables = z.record(z.string(), z.unknown());
const members = z.array(z.string());
const group = z.union([
  members.transform((hosts) => ({ hosts, children: undefined, vars: undefined })),
  z.object({ hosts: members.optional(), children: members.optional(), vars: variables.optional() }),
]);
const meta = z.object({
  _meta: z.object({ hostvars: z.record(z.string(), variables).optional() }).optional(),
});
const listing = meta.catchall(group);

const lists = z.object({ hosts: z.array(z.unknown()) }).or(z.object({ children: z.array(z.unknown()) }));

type Group = z.infer<typeof group>;

/** Whether parsed JSON is laid out as `ansible-inventory --list` prints it, and not as a YAML inventory. */
export function isListing(json: object): boolean {
  return (
    '_meta' in json ||
    Object.values(json).some((value) => Array.isArray(value) || lists.safeParse(value).success)
  );
}

/**
 * Reads the JSON of `ansible-inventory --list`, with or without `--export`.
 * @throws TargetError
 */
export function listInventory(file: string, text: string, json: unknown): Inventory {
  const parsed = listing.safeParse(json);
  const lines = keyLines(text);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String) ?? [];
    const line = path.map((key) => lines.get(key) ?? 1).at(0) ?? 1;
    throw badInventory(
      `${file}:${line}`,
      'groups of hosts, children and vars',
      `another form of ${quoted(path.join('.'))}`,
    );
  }
  const { _meta, ...groups } = parsed.data;
  const inventory = emptyInventory(file);
  for (const [name, value] of Object.entries(groups)) addMembers(inventory, name, value, lines);
  for (const [host, values] of Object.entries(_meta?.hostvars ?? {})) {
    const known = inventory.hosts.get(host);
    if (known) keepVariables(known.variables, values, known.line);
  }
  return inventory;
}

function addMembers(
  inventory: Inventory,
  name: string,
  value: Group,
  lines: ReadonlyMap<string, number>,
): void {
  const known = addGroup(inventory, name);
  const line = lines.get(name) ?? 1;
  for (const host of value.hosts ?? []) addHost(inventory, name, host, lines.get(host) ?? line);
  for (const child of value.children ?? []) {
    addGroup(inventory, child);
    known.children.set(child, line);
  }
  keepVariables(known.variables, value.vars ?? {}, line);
}

function keepVariables(kept: Variables, values: Readonly<Record<string, unknown>>, line: number): void {
  for (const [name, value] of Object.entries(values)) {
    const plain = typeof value === 'string' || typeof value === 'number';
    setVariable(kept, name, plain ? String(value) : undefined, line);
  }
}

/** Where each key stands first. */
function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  text.split('\n').forEach((line, index) => {
    const [, key] = /^\s*"([^"\\]*)"\s*:/.exec(line) ?? [];
    if (key !== undefined && !lines.has(key)) lines.set(key, index + 1);
  });
  return lines;
}
