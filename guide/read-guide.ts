import type { DistributionTag } from '../model/distribution.ts';
import type { Procedure } from '../model/procedure.ts';
import { GuideError } from './guide-error.ts';
import { type GuideDocument, procedureOf } from './procedure-of.ts';
import { readBlocks } from './rst/read-blocks.ts';
import { readSource } from './rst/read-source.ts';
import { type Reception, strictly } from './rst/reception.ts';

/**
 * Reads the chapter in a file, for all distributions at once; `reception` may let defects pass.
 * @throws GuideError when the file, or one that it includes, is missing, empty or malformed.
 */
export function readDocument(path: string, reception: Reception = strictly): GuideDocument {
  const source = readSource(path, { reception });
  const guide = { path: source.path, sha256: source.sha256 };
  if (source.lines.every((line) => line.text === '')) {
    const where = { file: source.path, line: 1 };
    throw new GuideError({ code: 'empty', where, expected: 'a chapter', got: 'nothing' });
  }
  return { guide, blocks: readBlocks(source, reception) };
}

/**
 * Reads the procedure for the readers of one distribution out of the chapter in a file.
 * @throws GuideError as `readDocument` and `procedureOf` do.
 */
export function readGuide(path: string, tag: DistributionTag): Procedure {
  return procedureOf(readDocument(path), tag);
}
