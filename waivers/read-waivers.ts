import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { WaiverError } from './waiver-error.ts';
import type { FileWaiver, WaiverFile } from './waiver-file.ts';
import { expectationAt, waiversSchema } from './waiver-schema.ts';

/**
 * Reads a YAML file of waivers (`docs/waivers.md`).
 * @throws WaiverError with everything that is wrong with the file: where, what was expected, what was there.
 */
export function readWaivers(path: string): WaiverFile {
  try {
    return parseWaivers(readFileSync(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof WaiverError) throw cause;
    const got = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new WaiverError(`${path}: expected a file of waivers that can be read, got ${got}`, { cause });
  }
}

/** The waivers of a YAML text; `path` is how messages name it. @throws WaiverError as `readWaivers`. */
export function parseWaivers(text: string, path: string): WaiverFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const mistakes = [...mistakesOf(document), ...aliasesOf(document)];
  refuse(mistakes.map(({ offset, text }) => `${path}:${lineAt(offset)}: expected ${text}`));
  const result = waiversSchema.safeParse(document.toJS(), { reportInput: true });
  const line = (at: readonly PropertyKey[]) => lineAt(offsetOf(document, at));
  if (!result.success)
    throw refusal(result.error.issues.flatMap((issue) => describe(issue, document, path, lineAt)));
  const waivers = result.data.waivers.map((waiver, index) => ({ ...waiver, line: line(['waivers', index]) }));
  refuse(duplicates(waivers, path));
  return { path, waivers };
}

/** Something that is wrong with the YAML itself. */
interface Mistake {
  readonly offset: number;
  readonly text: string;
}

function mistakesOf({ errors, warnings }: Document): readonly Mistake[] {
  return [...errors, ...warnings].map(({ code, pos, message }) => ({
    offset: pos[0],
    text: code === 'BAD_ALIAS' ? noAlias : `YAML, got a mistake: ${message}`,
  }));
}

// To YAML a `*` at the beginning means something else than to whoever writes a pattern.
const noAlias = 'a text, got a YAML alias: put a pattern that begins with * in quotes';

function aliasesOf(document: Document): readonly Mistake[] {
  const aliases: Mistake[] = [];
  if (document.errors.length > 0) return aliases;
  visit(document, {
    Alias: (_key, { range }) => void aliases.push({ offset: range?.[0] ?? 0, text: noAlias }),
  });
  return aliases;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: readonly string[]): WaiverError {
  return new WaiverError(problems.join('\n'));
}

function describe(
  issue: z.core.$ZodIssue,
  document: Document,
  path: string,
  lineAt: (offset: number) => number,
): readonly string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const line = lineAt(keyOffset(document, issue.path, key));
      return `${path}:${line}: expected ${expectationAt(issue.path)}, got a key ${JSON.stringify(key)} as well`;
    });
  const key = issue.path.at(-1);
  const name = typeof key === 'string' ? `${key} to be ` : '';
  const got = issue.input == null ? 'nothing' : JSON.stringify(issue.input).slice(0, 80);
  const line = lineAt(offsetOf(document, issue.path));
  return [`${path}:${line}: expected ${name}${expectationAt(issue.path)}, got ${got}`];
}

/** Where a value stands, or what should have held it when it is not there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

function duplicates(waivers: readonly FileWaiver[], path: string): readonly string[] {
  const lines = new Map<string, number>();
  return waivers.flatMap(({ id, target, line }) => {
    const key = JSON.stringify([id, target]);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    const expected = `${path}:${line}: expected one waiver of ${id} on ${target}`;
    return first === undefined ? [] : [`${expected}, got another; the first is on line ${first}`];
  });
}
