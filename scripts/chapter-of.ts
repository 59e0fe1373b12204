import { readChapter } from '../guide/read-chapter.ts';
import type { Chapter } from '../model/chapter.ts';
import type { Assignment } from '../suites/chapter-input.ts';

/** The guide that a run follows, as its readers see it; `guide` is how the user named it. @throws GuideError as `readChapter` does. */
export function chapterOf(assignments: readonly Assignment[], guide: string | undefined): Chapter {
  return readChapter(
    guide,
    assignments.map(({ procedure }) => procedure.tag),
  );
}
