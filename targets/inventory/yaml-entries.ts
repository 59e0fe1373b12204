import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { badInventory, type TargetError } from '../target-error.ts';
import { quoted } from '../words/mask.ts';

/** A YAML file, with what is needed to tell lines. */
export interface YamlSource {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** What is being merged right now: a merge within itself would never end. */
  readonly merging: Set<Node>;
}

/** One key of a mapping with its value; `node` is absent for an empty value. */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly node?: Node;
}

/**
 * Parses YAML so that every scalar stays the text it was written as.
 * @throws TargetError with the line, without any of the file's text.
 */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  // Keys are compared in `readMap`: the parser's own way takes quadratic time, seconds for 10,000 hosts.
  const options = { schema: 'failsafe', merge: true, uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const [error] = document.errors;
  if (error)
    throw badInventory(
      `${file}:${lines.linePos(error.pos[0]).line}`,
      'valid YAML',
      `a mistake (${error.code})`,
    );
  return { file, document, lines, merging: new Set() };
}

/**
 * The entries of a mapping, aliases and merges (`<<`) resolved, the mapping's own keys before merged ones; none for an empty
 * value, and one for a lone name where Ansible allows that.
 * @throws TargetError for anything else, and for a key given twice.
 */
export function readMap(
  source: YamlSource,
  node: Node | undefined,
  what: string,
  line: number,
): readonly YamlEntry[] {
  const value = resolve(source, node);
  if (!value) return [];
  if (!isMap(value)) throw malformed(source, line, `${what} to be a mapping`, 'something else');
  const own = new Map<string, YamlEntry>();
  const merged: YamlEntry[] = [];
  for (const pair of value.items) {
    const entry = entryOf(source, pair.key, pair.value, line);
    if (entry.key === '<<') merged.push(...mergedEntries(source, entry));
    else if (own.has(entry.key))
      throw malformed(source, entry.line, `each key of ${what} once`, `${quoted(entry.key)} again`);
    else own.set(entry.key, entry);
  }
  for (const entry of merged) if (!own.has(entry.key)) own.set(entry.key, entry);
  return [...own.values()];
}

/** The text of a scalar; `undefined` for a list, a mapping, or what `ansible-vault` encrypted. */
export function textOf(source: YamlSource, node: Node | undefined): string | undefined {
  const value = resolve(source, node);
  return isScalar(value) && value.tag !== '!vault' ? String(value.value) : undefined;
}

/** The error for a place in a YAML file. */
export function malformed({ file }: YamlSource, line: number, expected: string, got: string): TargetError {
  return badInventory(`${file}:${line}`, expected, got);
}

function resolve(source: YamlSource, node: Node | undefined): Node | undefined {
  const value = isAlias(node) ? node.resolve(source.document) : node;
  if (isAlias(node) && !value)
    throw malformed(source, lineOf(source, node), 'every alias to have an anchor before it', 'one without');
  const empty = isScalar(value) && value.type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value.value));
  return empty ? undefined : value;
}

function lineOf({ lines }: YamlSource, { range }: Node): number {
  return lines.linePos(range?.[0] ?? 0).line;
}

function entryOf(source: YamlSource, key: unknown, value: unknown, near: number): YamlEntry {
  if (!isScalar(key) || key.source === undefined)
    throw malformed(source, near, 'a key that is text', 'something else');
  const node = value as Node | null;
  return { key: key.source, line: lineOf(source, key), ...(node ? { node } : {}) };
}

/** What `<<` names: a mapping, or a list of them of which the earlier ones win. */
function mergedEntries(source: YamlSource, { node, line }: YamlEntry): readonly YamlEntry[] {
  const value = resolve(source, node);
  if (value && source.merging.has(value)) throw malformed(source, line, 'an end to what is merged', 'a loop');
  if (value) source.merging.add(value);
  const mappings = isSeq<Node>(value) ? value.items : [node];
  const entries = mappings.flatMap((mapping) => readMap(source, mapping, 'what is merged', line));
  if (value) source.merging.delete(value);
  return entries;
}
