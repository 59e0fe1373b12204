import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { placeOf } from './finding-text.ts';
import { oneLine, plainText } from './plain-text.ts';
import { inStableOrder } from './stable-order.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { counted } from './wording.ts';
import { wrap } from './wrap.ts';

/** The summary of an ablation: under each command what noticed that it was left out. */
export function renderAblation(report: Report, { colour, width }: TerminalOptions): string {
  const { bold, green, yellow } = pc.createColors(colour);
  const { targets, findings } = inStableOrder(report);
  const sections = targets.map(({ id, distro, kind }) => {
    const own = findings.filter(({ target }) => target === id);
    const stand = kind === 'stand-in' ? ` (rehearsed on a stand-in: proves nothing about ${distro})` : '';
    return [
      bold(`Each command left out in turn on ${id}${stand}`),
      ...own.flatMap((finding) => told(finding, width)),
    ];
  });
  const unneeded = findings.filter(({ outcome }) => outcome !== 'pass');
  const verdict =
    unneeded.length === 0
      ? green(
          `Needed: ${counted(findings.length, 'command')} of ${findings.length}; something failed without each.`,
        )
      : yellow(`${counted(unneeded.length, 'command')} of ${findings.length} not shown to be needed.`);
  return `${[...sections.map((lines) => lines.join('\n')), bold(verdict)].join('\n\n')}\n`;
}

function told(finding: Finding, width: number): readonly string[] {
  const words = {
    pass: `needed: ${finding.actual}`,
    fail: `UNPROVEN: ${finding.actual}`,
    'could-not-check': `NOT CHECKED: ${finding.reason}`,
    'not-applicable': `left alone: ${finding.reason}`,
  }[finding.outcome];
  return [
    `  ${oneLine(finding.command ?? finding.title)}  ${placeOf(finding)}`,
    ...wrap(plainText(words), width, '      '),
  ];
}
