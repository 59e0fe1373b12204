import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { exitMeaning } from './exit-meaning.ts';
import { plainText } from './plain-text.ts';
import { sharedCoverage } from './shared-coverage.ts';
import { inStableOrder } from './stable-order.ts';
import { accommodationLines } from './terminal-accommodations.ts';
import { findingLines } from './terminal-findings.ts';
import { fleetSections, isFleet } from './terminal-fleet.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { suggestionLines } from './terminal-suggestion.ts';
import { targetLines } from './terminal-targets.ts';
import { judge } from './verdict.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { wrap } from './wrap.ts';

/** The summary at the end of a run: targets, findings worst first, what the harness added, what the guide covers, the verdict. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const ordered = inStableOrder(report);
  const sections = [
    ...(isFleet(ordered)
      ? fleetSections(ordered, options)
      : [targetLines(ordered, options), ...findingLines(ordered, options)]),
    suggestionLines(ordered, options),
    accommodationLines(ordered, options),
    coverageLines(ordered, options),
    verdictLines(ordered, options),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function coverageLines(report: Report, { colour, width }: TerminalOptions): readonly string[] {
  const lines = sharedCoverage(report).flatMap(({ text, targets }) =>
    wrap(`${targets.join(', ')}: ${text}`, width, '  - ', '    '),
  );
  return lines.length === 0
    ? []
    : [pc.createColors(colour).bold('What became of everything the guide says'), ...lines];
}

function verdictLines(report: Report, options: TerminalOptions): readonly string[] {
  const { colour, width, failOn } = options;
  const { bold, green, red, yellow } = pc.createColors(colour);
  const { exitCode, proven, tolerated } = judge(report, failOn);
  const clean = proven.length > 0 && tolerated.length === 0 ? green : yellow;
  const paint = exitCode === 0 ? clean : red;
  const sentence = wrap(plainText(verdictSentence(report, failOn)), width, '');
  return [...sentence.map((line) => bold(paint(line))), ...wrap(exitMeaning(exitCode, options), width, '')];
}
