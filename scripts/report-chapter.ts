import { GuideError } from '../guide/guide-error.ts';
import { locateGuides } from '../guide/locate-guide.ts';
import { readChapter } from '../guide/read-chapter.ts';
import { readDocument } from '../guide/read-guide.ts';
import type { Chapter } from '../model/chapter.ts';
import { distributionTags } from '../model/distribution.ts';
import type { GuideSource } from '../model/procedure.ts';
import type { Report } from '../model/report.ts';
import { guideSource } from './guide-source.ts';

/**
 * The guide of a run, for reports that show it, as its targets' readers see it, or all readers where no target says which
 * it is: where the report says that the guide is, or the bundled one. Absent where neither is, to the byte, what the run
 * read.
 */
export function reportChapter({ guide, targets }: Report): Chapter | undefined {
  const seen = targets.flatMap(({ tag }) => tag ?? []);
  const tags = seen.length > 0 ? seen : distributionTags;
  for (const path of [guide.path, undefined]) {
    try {
      if (sourceAt(path).sha256 === guide.sha256) return readChapter(path, tags);
    } catch (error) {
      if (!(error instanceof GuideError)) throw error;
    }
  }
  return undefined;
}

function sourceAt(path: string | undefined): GuideSource {
  const documents = locateGuides(path).map((file) => readDocument(file.path));
  return guideSource(documents, path);
}
