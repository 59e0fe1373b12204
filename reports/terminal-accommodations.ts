import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { fewNames } from './few-names.ts';
import { sharedAccommodations } from './shared-accommodations.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** What was done although the guide does not say it, each thing once with the targets it was done on. */
export function accommodationLines(report: Report, { colour, width }: TerminalOptions): readonly string[] {
  const shared = sharedAccommodations(report);
  if (shared.length === 0) return [];
  const { bold } = pc.createColors(colour);
  const lines = shared.flatMap(({ text, targets }) =>
    wrap(`${text}: ${fewNames(targets)}`, width, '  - ', '    '),
  );
  return [bold('Not in the guide, but done: its reader has to do it too'), ...lines];
}
