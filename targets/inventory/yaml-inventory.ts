import type { Node } from 'yaml';
import { quoted } from '../words/mask.ts';
import { expandHostPattern } from './host-pattern.ts';
import {
  addGroup,
  addHost,
  emptyInventory,
  type Inventory,
  setVariable,
  type Variables,
} from './inventory.ts';
import { malformed, parseYaml, readMap, textOf, type YamlEntry, type YamlSource } from './yaml-entries.ts';

interface Reader {
  readonly source: YamlSource;
  readonly inventory: Inventory;
  /** Which mapping was read for which group: an alias may say the same again, even within itself. */
  readonly seen: Map<Node, Set<string>>;
}

/**
 * Reads an inventory in Ansible's YAML form, by the rules of its `yaml` plugin, except that an unknown key is an error.
 * @throws TargetError
 */
export function yamlInventory(file: string, text: string): Inventory {
  const source = parseYaml(file, text);
  const reader: Reader = { source, inventory: emptyInventory(file), seen: new Map() };
  const groups = readMap(source, source.document.contents ?? undefined, 'an inventory', 1);
  if (groups.length === 0) throw malformed(source, 1, 'groups', 'an empty file');
  const plugin = groups.find(({ key }) => key === 'plugin');
  if (plugin)
    throw malformed(
      source,
      plugin.line,
      'hosts and groups (`ansible-inventory -i FILE --list` prints them)',
      'the settings of an inventory plugin',
    );
  for (const group of groups) readGroup(reader, group);
  return reader.inventory;
}

function readGroup(reader: Reader, { key: name, line, node }: YamlEntry): void {
  const group = addGroup(reader.inventory, name);
  if (!node || alreadySeen(reader, node, name)) return;
  for (const section of readMap(reader.source, node, `group ${quoted(name)}`, line)) {
    const entries = entriesOf(reader, section, name);
    if (section.key === 'hosts') for (const entry of entries) readHosts(reader, name, entry);
    else if (section.key === 'vars') keepVariables(reader, group.variables, entries);
    else
      for (const child of entries) {
        group.children.set(child.key, child.line);
        readGroup(reader, child);
      }
  }
}

function entriesOf({ source }: Reader, { key, line, node }: YamlEntry, group: string): readonly YamlEntry[] {
  if (!['hosts', 'vars', 'children'].includes(key))
    throw malformed(source, line, `hosts, vars or children in group ${quoted(group)}`, quoted(key));
  const lone = key === 'vars' ? undefined : textOf(source, node);
  return lone ? [{ key: lone, line }] : readMap(source, node, `${key} of group ${quoted(group)}`, line);
}

function alreadySeen({ seen }: Reader, node: Node, group: string): boolean {
  const groups = seen.get(node) ?? new Set();
  const again = groups.has(group);
  seen.set(node, groups.add(group));
  return again;
}

function readHosts(reader: Reader, group: string, { key, line, node }: YamlEntry): void {
  const { names, port } = expandHostPattern(key, `${reader.source.file}:${line}`);
  const variables = readMap(reader.source, node, `what is said of host ${quoted(key)}`, line);
  for (const name of names)
    keepVariables(reader, addHost(reader.inventory, group, name, line, port).variables, variables);
}

function keepVariables({ source }: Reader, variables: Variables, entries: readonly YamlEntry[]): void {
  for (const { key, line, node } of entries) setVariable(variables, key, textOf(source, node), line);
}
