import type { GuideError } from '../guide-error.ts';
import type { Source } from './source.ts';

/** What is told of a chapter while it is read. */
export interface Reception {
  /** A file, the chapter's own or one that it includes, was opened. */
  opened(source: Source): void;
  /** A defect was met: throws it to end the reading there, or returns to have it go on. */
  refused(error: GuideError): void;
}

/** The reception of a reader that must not go on behind a defect. */
export const strictly: Reception = {
  opened() {},
  refused(error) {
    throw error;
  },
};
