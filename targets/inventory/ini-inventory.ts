import { badInventory, type TargetError } from '../target-error.ts';
import { quoted } from '../words/mask.ts';
import { expandHostPattern } from './host-pattern.ts';
import { iniValue, iniWords } from './ini-words.ts';
import {
  addGroup,
  addHost,
  builtInGroups,
  emptyInventory,
  type Inventory,
  setVariable,
} from './inventory.ts';

interface Reader {
  readonly inventory: Inventory;
  /** The section that the lines belong to. */
  group: string;
  readLine: (reader: Reader, text: string, line: number) => void;
  /** Groups that a section of hosts or children declares. */
  readonly declared: Set<string>;
  /** Groups that must be declared somewhere, with the first line that names each. */
  readonly mentioned: Map<string, number>;
}

const sections: Readonly<Record<string, Reader['readLine']>> = {
  hosts: readHosts,
  children: readChild,
  vars: readVariable,
};

/**
 * Reads an inventory in Ansible's INI dialect, by the rules of its `ini` plugin.
 * @throws TargetError for a line that the dialect does not have; none of its text is shown that may be a secret.
 */
export function iniInventory(file: string, text: string): Inventory {
  const reader: Reader = {
    inventory: emptyInventory(file),
    group: 'ungrouped',
    readLine: readHosts,
    declared: new Set(builtInGroups),
    mentioned: new Map(),
  };
  text.split(/\r\n|[\r\n]/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) return;
    if (!openSection(reader, line, index + 1)) reader.readLine(reader, line, index + 1);
  });
  for (const [group, line] of reader.mentioned)
    if (!reader.declared.has(group))
      throw malformed(reader, line, `a section [${group}] or [${group}:children] somewhere`, 'none');
  return reader.inventory;
}

function openSection(reader: Reader, text: string, line: number): boolean {
  if (!/^\[.*\]\s*(?:#.*)?$/.test(text) || /^\[.+\]:\d+/.test(text)) return false;
  const [, group, kind = 'hosts'] = /^\[([^:\]\s]+)(?::(\w+))?\]\s*(?:#.*)?$/.exec(text) ?? [];
  const readLine = Object.hasOwn(sections, kind) ? sections[kind] : undefined;
  if (group === undefined || !readLine)
    throw malformed(reader, line, '[GROUP], [GROUP:children] or [GROUP:vars], without blanks', quoted(text));
  addGroup(reader.inventory, group);
  if (kind === 'vars') mention(reader, group, line);
  else reader.declared.add(group);
  reader.group = group;
  reader.readLine = readLine;
  return true;
}

function readHosts(reader: Reader, text: string, line: number): void {
  const words = iniWords(text);
  if (!words) throw malformed(reader, line, 'every quote to be closed', 'one that is not');
  const [pattern, ...assignments] = words;
  if (pattern === undefined) throw malformed(reader, line, 'a host’s name', 'none');
  const { names, port } = expandHostPattern(pattern, `${reader.inventory.file}:${line}`);
  for (const name of names) {
    const { variables } = addHost(reader.inventory, reader.group, name, line, port);
    for (const word of assignments) {
      const [key, value] = assignment(reader, word, line);
      setVariable(variables, key, iniValue(value), line);
    }
  }
}

function readChild(reader: Reader, text: string, line: number): void {
  const [, child] = /^([^:\]\s]+)\s*(?:#.*)?$/.exec(text) ?? [];
  if (child === undefined) throw malformed(reader, line, 'the name of a group', quoted(text));
  addGroup(reader.inventory, child);
  addGroup(reader.inventory, reader.group).children.set(child, line);
  mention(reader, child, line);
}

function readVariable(reader: Reader, text: string, line: number): void {
  const [key, value] = assignment(reader, text, line);
  setVariable(addGroup(reader.inventory, reader.group).variables, key.trim(), iniValue(value.trim()), line);
}

function assignment(reader: Reader, text: string, line: number): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 0) throw malformed(reader, line, 'NAME=VALUE', 'a word without “=”');
  return [text.slice(0, at), text.slice(at + 1)];
}

function mention({ mentioned }: Reader, group: string, line: number): void {
  if (!mentioned.has(group)) mentioned.set(group, line);
}

function malformed({ inventory }: Reader, line: number, expected: string, got: string): TargetError {
  return badInventory(`${inventory.file}:${line}`, expected, got);
}
