import type { Report } from '../model/report.ts';
import { oneLine } from './plain-text.ts';
import { counted } from './wording.ts';

/** What became of everything the guide says, in words, and the targets of which that is true. */
export interface SharedCoverage {
  readonly text: string;
  readonly targets: readonly string[];
}

/** The coverage of all targets, each set of counts once. */
export function sharedCoverage({ coverage }: Report): readonly SharedCoverage[] {
  const targetsOf = new Map<string, string[]>();
  for (const { target, steps, executed, verified, skipped, unrecognised } of coverage) {
    const text = `of ${counted(steps, 'thing')}, ${executed} done, ${verified} compared with what was printed, ${skipped} skipped, ${unrecognised} not understood`;
    const known = targetsOf.get(text);
    if (known) known.push(oneLine(target));
    else targetsOf.set(text, [oneLine(target)]);
  }
  return [...targetsOf].map(([text, targets]) => ({ text, targets }));
}
