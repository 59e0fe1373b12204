import { readFileSync } from 'node:fs';
import type { MachineTarget } from '../../model/check-target.ts';
import { badInventory } from '../target-error.ts';
import { hostVariables } from './host-variables.ts';
import { iniInventory } from './ini-inventory.ts';
import type { Inventory } from './inventory.ts';
import { inventoryTarget } from './inventory-target.ts';
import { limitHosts } from './limit.ts';
import { isListing, listInventory } from './list-inventory.ts';
import { reconcile } from './reconcile.ts';
import { yamlInventory } from './yaml-inventory.ts';

/** Which hosts of an inventory are wanted. */
export interface InventoryOptions {
  /** Ansible's `--limit`: patterns of hosts and groups. */
  readonly limit?: string;
}

/**
 * The hosts of an Ansible inventory in INI or YAML, or as `ansible-inventory --list` prints it, in its order; nothing is run.
 * @throws TargetError for a file that is not there, that is a program, or that is malformed, and for a limit without hosts.
 */
export function readInventory(path: string, { limit }: InventoryOptions = {}): readonly MachineTarget[] {
  const inventory = reconcile(parseInventory(path, readText(path)));
  if (inventory.hosts.size === 0) throw badInventory(path, 'at least one host', 'none');
  const wanted = limit === undefined ? undefined : limitHosts(inventory, limit);
  const variablesOf = hostVariables(inventory);
  return [...inventory.hosts]
    .filter(([name]) => wanted?.has(name) ?? true)
    .map(([name, { line }]) => inventoryTarget({ name, file: path, line, variables: variablesOf(name) }));
}

function readText(path: string): string {
  const bytes = readBytes(path);
  if (bytes.subarray(0, 2).toString() === '#!')
    throw badInventory(
      path,
      'a file to read (`ansible-inventory -i FILE --list` makes one)',
      'a program, which is not run',
    );
  if (bytes.includes(0)) throw badInventory(path, 'text', 'something binary');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.startsWith('$ANSIBLE_VAULT;'))
    throw badInventory(`${path}:1`, 'plain text (`ansible-inventory -i FILE --list` decrypts it)', 'a vault');
  return text;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an unknown error';
    throw badInventory(path, 'an inventory file that can be read', code, cause);
  }
}

function parseInventory(path: string, text: string): Inventory {
  if (/\.toml$/i.test(path)) throw badInventory(path, 'INI, YAML or JSON', 'TOML');
  const json = /^\s*\{/.test(text) ? parseJson(text) : undefined;
  if (json && isListing(json)) return listInventory(path, text, json);
  return json || isYaml(path, text) ? yamlInventory(path, text) : iniInventory(path, text);
}

/** What is not JSON after all may still be YAML, whose parser says better where a mistake is. */
function parseJson(text: string): object | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By the file's name, or else by its first line that says something: no line of an INI inventory is a key with a colon. */
function isYaml(path: string, text: string): boolean {
  if (/\.(?:ya?ml|json)$/i.test(path)) return true;
  if (/\.(?:ini|cfg)$/i.test(path)) return false;
  const first = text.split('\n').find((line) => !/^\s*(?:[#;].*)?$/.test(line)) ?? '';
  return /^(?:---|%YAML|\{|["']?[^\s:=[\]"']+["']?:\s*(?:[#{&].*)?$)/.test(first);
}
