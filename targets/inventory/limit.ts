import { isIPv6 } from 'node:net';
import { misnamed } from '../target-error.ts';
import { quoted } from '../words/mask.ts';
import type { Inventory } from './inventory.ts';
import { nameMatcher } from './name-matcher.ts';

/**
 * The hosts that a `--limit` leaves, by Ansible's rules for patterns: those of any plain pattern (all hosts if there is none),
 * that are in every `&` pattern and in no `!` pattern.
 * @throws TargetError for a pattern that fits no host and no group, which Ansible passes over, and if no host is left.
 */
export function limitHosts(inventory: Inventory, limit: string): ReadonlySet<string> {
  const patterns = splitLimit(limit);
  const plain = patterns.filter((pattern) => !/^[!&]/.test(pattern));
  const hosts = new Set(
    (plain.length > 0 ? plain : ['all']).flatMap((pattern) => matches(inventory, pattern)),
  );
  for (const pattern of patterns.filter((each) => /^[!&]/.test(each))) {
    const named = new Set(matches(inventory, pattern.slice(1)));
    for (const host of hosts) if (named.has(host) === pattern.startsWith('!')) hosts.delete(host);
  }
  if (hosts.size === 0)
    throw misnamed('--limit', `patterns that leave a host of ${inventory.file}`, quoted(limit));
  return hosts;
}

/** By commas; by colons where there is no comma and the whole is no host, in which a colon belongs to an address. */
function splitLimit(limit: string): readonly string[] {
  const commas = limit.includes(',') || limit.startsWith('~');
  const pieces = commas
    ? limit.split(',')
    : isIPv6(limit)
      ? [limit]
      : limit.match(/(?:[^\s:[\]]|\[[^\]]*\])+/g);
  const patterns = (pieces ?? []).map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (patterns.some((pattern) => pattern.startsWith('@')))
    throw misnamed('--limit', 'patterns', 'the name of a file, which is not read');
  return patterns;
}

function matches(inventory: Inventory, pattern: string): readonly string[] {
  if (inventory.hosts.has(pattern)) return [pattern];
  const subscript = pattern.startsWith('~') ? null : /^(.+)\[(?:(-?\d+)|(\d+):(\d*))\]$/.exec(pattern);
  const [, name = pattern, one, from, to] = subscript ?? [];
  const found = named(inventory, name);
  if (found === undefined)
    throw misnamed(
      '--limit',
      `the name of a host or group of ${inventory.file}, or a pattern for some`,
      quoted(pattern),
    );
  if (one !== undefined) return found.slice(Number(one)).slice(0, 1);
  return from === undefined ? found : found.slice(Number(from), to ? Number(to) + 1 : undefined);
}

function named({ hosts, groups }: Inventory, pattern: string): readonly string[] | undefined {
  const fits = nameMatcher(pattern);
  const fitting = [...groups.keys()].filter(fits);
  const members = fitting.flatMap((group) => membersOf(groups, group));
  const alsoHosts = fitting.length === 0 || /^~|[.?*[]/.test(pattern);
  const names = alsoHosts ? [...hosts.keys()].filter(fits) : [];
  return fitting.length + names.length === 0 ? undefined : [...new Set([...members, ...names])];
}

/** A group's hosts, then those of its children, level by level. */
function membersOf(groups: Inventory['groups'], group: string): readonly string[] {
  const names = new Set([group]);
  for (const name of names) for (const child of groups.get(name)?.children.keys() ?? []) names.add(child);
  return [...names].flatMap((name) => [...(groups.get(name)?.hosts ?? [])]);
}
