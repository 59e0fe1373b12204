import type { Chapter } from '../model/chapter.ts';
import type { DistributionTag } from '../model/distribution.ts';
import { chapterBlocks } from './chapter-blocks.ts';
import { locateGuides } from './locate-guide.ts';
import { readDocument } from './read-guide.ts';

/** Reads on behind a defect: whether the guide may be followed is decided by who reads its steps. */
const leniently = { opened() {}, refused() {} };

/**
 * The guide as the readers with these tags see it: a file, a folder's files for them, or without a path the bundled chapter.
 * @throws GuideError when there is no such guide, or a file of it is missing, empty or no text.
 */
export function readChapter(path: string | undefined, tags: readonly DistributionTag[]): Chapter {
  const located = locateGuides(path);
  const used = located.filter((file) => file.tags.some((tag) => tags.includes(tag)));
  // A single file is followed whatever its name says.
  const files = (located.length > 1 ? used : located).map((file) => {
    const { guide, blocks } = readDocument(file.path, leniently);
    return { path: guide.path, tags: file.tags, blocks: chapterBlocks(blocks) };
  });
  return { files };
}
