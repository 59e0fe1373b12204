import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { oneLine } from './plain-text.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** What was done although the guide does not say it, each thing once with the targets it was done on. */
export function accommodationLines(report: Report, { colour, width }: TerminalOptions): readonly string[] {
  const targetsOf = new Map<string, string[]>();
  for (const target of report.targets) {
    for (const { text, where } of target.accommodations) {
      const line = oneLine(where ? `${text} (${where.file}:${where.line})` : text);
      targetsOf.set(line, [...(targetsOf.get(line) ?? []), oneLine(target.id)]);
    }
  }
  if (targetsOf.size === 0) return [];
  const { bold } = pc.createColors(colour);
  const lines = [...targetsOf].flatMap(([text, targets]) =>
    wrap(`${text}: ${targets.join(', ')}`, width, '  - ', '    '),
  );
  return [bold('Not in the guide, but done: its reader has to do it too'), ...lines];
}
