import type { Report } from '../model/report.ts';
import { oneLine } from './plain-text.ts';

/** Something that was done although the guide does not say it, and the targets it was done on, in their order. */
export interface SharedAccommodation {
  /** Without the full stop that it may have come with, so that more can follow; with the place in the guide, if any. */
  readonly text: string;
  readonly targets: readonly string[];
}

/** What was done although the guide does not say it, each thing once. */
export function sharedAccommodations({ targets }: Report): readonly SharedAccommodation[] {
  const targetsOf = new Map<string, string[]>();
  for (const target of targets) {
    for (const { text, where } of target.accommodations) {
      const said = oneLine(text).replace(/[.:;]+$/, '');
      const line = oneLine(where ? `${said} (${where.file}:${where.line})` : said);
      const known = targetsOf.get(line);
      if (known) known.push(oneLine(target.id));
      else targetsOf.set(line, [oneLine(target.id)]);
    }
  }
  return [...targetsOf].map(([text, shared]) => ({ text, targets: shared }));
}
