import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { oneLine, plainText } from './plain-text.ts';
import { inStableOrder } from './stable-order.ts';
import { accommodationLines } from './terminal-accommodations.ts';
import { findingLines } from './terminal-findings.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { targetLines } from './terminal-targets.ts';
import { judge } from './verdict.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { counted } from './wording.ts';
import { wrap } from './wrap.ts';

/** The summary at the end of a run: targets, findings worst first, what the harness added, what the guide covers, the verdict. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const ordered = inStableOrder(report);
  const sections = [
    targetLines(ordered, options),
    ...findingLines(ordered, options),
    accommodationLines(ordered, options),
    coverageLines(ordered, options),
    verdictLines(ordered, options),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function coverageLines({ coverage }: Report, { colour, width }: TerminalOptions): readonly string[] {
  const targetsOf = new Map<string, string[]>();
  for (const { target, steps, executed, verified, skipped, unrecognised } of coverage) {
    const line = `of ${counted(steps, 'thing')}, ${executed} done, ${verified} compared with what was printed, ${skipped} skipped, ${unrecognised} not understood`;
    targetsOf.set(line, [...(targetsOf.get(line) ?? []), oneLine(target)]);
  }
  if (targetsOf.size === 0) return [];
  const lines = [...targetsOf].flatMap(([line, targets]) =>
    wrap(`${targets.join(', ')}: ${line}`, width, '  - ', '    '),
  );
  return [pc.createColors(colour).bold('What became of everything the guide says'), ...lines];
}

function verdictLines(report: Report, { colour, width, failOn }: TerminalOptions): readonly string[] {
  const { bold, green, red, yellow } = pc.createColors(colour);
  const { exitCode, proven, tolerated } = judge(report, failOn);
  const clean = proven.length > 0 && tolerated.length === 0 ? green : yellow;
  const paint = exitCode === 0 ? clean : red;
  return wrap(plainText(verdictSentence(report, failOn)), width, '').map((line) => bold(paint(line)));
}
