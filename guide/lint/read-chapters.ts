import type { DistributionTag } from '../../model/distribution.ts';
import type { Procedure } from '../../model/procedure.ts';
import { GuideError } from '../guide-error.ts';
import { type LocatedGuide, locateGuides, tagInName } from '../locate-guide.ts';
import { type GuideDocument, procedureOf } from '../procedure-of.ts';
import { readDocument } from '../read-guide.ts';
import type { Block } from '../rst/block.ts';
import type { Reception } from '../rst/reception.ts';
import type { Source } from '../rst/source.ts';
import { sentencesOf } from '../sentence.ts';
import type { Chapter } from './chapter.ts';

/**
 * Reads every file of a guide as far as it can be read.
 * @throws GuideError `missing` when there is no such guide.
 */
export function readChapters(path: string | undefined): Chapter[] {
  const read = locateGuides(path).map(readChapter);
  const told = read.some(({ procedures }) => procedures.size > 0);
  return read.map((chapter, index) => (told || index > 0 ? chapter : withoutSteps(chapter)));
}

function readChapter({ path, tags }: LocatedGuide): Chapter {
  const files = new Map<string, Source>();
  const errors: GuideError[] = [];
  const refused = (error: GuideError): void => void errors.push(error);
  const document = readWhat(path, { opened: (source) => void files.set(source.path, source), refused });
  const blocks = readable(document?.blocks ?? [], refused);
  const procedures = document ? proceduresOf({ ...document, blocks }, tags) : new Map();
  const chapter = {
    path: document?.guide.path ?? path,
    files: [...files.values()],
    blocks,
    procedures,
    errors,
  };
  return tagInName(path) && procedures.size === 0 ? withoutSteps(chapter) : chapter;
}

/** The document; `undefined` when there is nothing in its file that could be read. */
function readWhat(path: string, reception: Reception): GuideDocument | undefined {
  try {
    return readDocument(path, reception);
  } catch (error) {
    if (!(error instanceof GuideError) || !error.where) throw error;
    reception.refused(error);
    return undefined;
  }
}

/** The blocks without paragraphs that cannot be taken apart into sentences. */
function readable(blocks: readonly Block[], refused: Reception['refused']): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return holds(() => sentencesOf(block), refused) ? [block] : [];
    if (block.kind !== 'only' && block.kind !== 'item' && block.kind !== 'admonition') return [block];
    return [{ ...block, blocks: readable(block.blocks, refused) }];
  });
}

function holds(attempt: () => unknown, refused: Reception['refused']): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (!(error instanceof GuideError)) throw error;
    refused(error);
    return false;
  }
}

function proceduresOf(document: GuideDocument, tags: readonly DistributionTag[]): Chapter['procedures'] {
  const procedures = new Map<DistributionTag, Procedure>();
  for (const tag of tags) {
    // A guide need not serve every distribution: whether it serves any at all is asked afterwards.
    holds(
      () => procedures.set(tag, procedureOf(document, tag)),
      () => {},
    );
  }
  return procedures;
}

function withoutSteps(chapter: Chapter): Chapter {
  if (chapter.errors.length > 0) return chapter;
  const where = { file: chapter.path, line: 1 };
  const error = new GuideError({
    code: 'no-procedure',
    where,
    expected: 'steps for a distribution',
    got: 'none',
  });
  return { ...chapter, errors: [error] };
}
