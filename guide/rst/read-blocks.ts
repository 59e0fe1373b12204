import { dirname, join, resolve } from 'node:path';
import { GuideError, malformed } from '../guide-error.ts';
import type { Block } from './block.ts';
import type { BlockForm, BlockReader, Read } from './block-form.ts';
import { comment } from './comment.ts';
import { directive } from './directive.ts';
import { endOfIndented } from './directive-body.ts';
import { item } from './item.ts';
import { paragraph } from './paragraph.ts';
import { quote } from './quote.ts';
import { readSource } from './read-source.ts';
import { type Reception, strictly } from './reception.ts';
import type { Source } from './source.ts';
import { isBlank, placeOf, type SourceLine } from './source-line.ts';
import { title } from './title.ts';

/** The forms in the order in which they are tried; a paragraph fits whatever is left. */
const forms: readonly BlockForm[] = [quote, directive, comment, title, item, paragraph];

/**
 * Reads a chapter into blocks, included files in their place; when `reception` lets a defect pass, what stands there is
 * left out and reading goes on behind it.
 *
 * The reader is our own because neither of the parsers on npm served. rst-compiler 0.5.9 reads well-formed chapters
 * rightly, with lines, but brings katex and shiki (28 MB), takes 110 ms to import, and says nothing of an empty code
 * block, an `only` that makes no sense, a title underlined too shortly or a literal left open. restructured 0.0.11
 * brings 36 MB, takes 39 ms to import and 67 ms for the bundled chapter, hands over the body of every directive as
 * bare text, takes `2)` for no list and the chapter's first step for a paragraph. Neither follows an include.
 * @throws GuideError `malformed` where the source would mislead, `missing` for a file that is included and not there.
 */
export function readBlocks(source: Source, reception: Reception = strictly): Block[] {
  return readFile(source, [], reception);
}

function readFile(source: Source, includedFrom: readonly string[], reception: Reception): Block[] {
  const open = [...includedFrom, resolve(source.path)];
  const reader: BlockReader = {
    read: (lines) => readLines(lines, reader, reception),
    include: (argument, from) => readFile(readIncluded(argument, from, open, reception), open, reception),
  };
  return reader.read(source.lines);
}

function readIncluded(
  argument: string,
  from: SourceLine,
  open: readonly string[],
  reception: Reception,
): Source {
  const path = join(dirname(from.file), argument);
  if (open.includes(resolve(path)))
    throw malformed(from, 'an include that ends', `${path}, which includes itself`);
  return readSource(path, { from: placeOf(from), reception });
}

function readLines(lines: readonly SourceLine[], reader: BlockReader, reception: Reception): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (let line = lines[at]; line; line = lines[at]) {
    if (isBlank(line)) {
      at += 1;
      continue;
    }
    const read = readForm(lines, at, reader, reception);
    blocks.push(...read.blocks);
    at = read.next;
  }
  return blocks;
}

function readForm(lines: readonly SourceLine[], at: number, reader: BlockReader, reception: Reception): Read {
  try {
    return firstFit(lines, at, reader);
  } catch (error) {
    if (!(error instanceof GuideError)) throw error;
    reception.refused(error);
    return { blocks: [], next: behind(error, lines, at) };
  }
}

/** Index of the first line that is neither part of the defect nor indented under it. */
function behind({ where }: GuideError, lines: readonly SourceLine[], at: number): number {
  const last = lines.findIndex((line) => line.file === where?.file && line.line === where.line);
  return endOfIndented(lines, Math.max(at, last) + 1);
}

function firstFit(lines: readonly SourceLine[], at: number, reader: BlockReader): Read {
  for (const form of forms) {
    const read = form(lines, at, reader);
    if (read) return read;
  }
  throw new Error('a paragraph fits any line that is not blank');
}
