import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { type FindingGroup, groupOf } from './finding-group.ts';
import { countStandings } from './outcome-counts.ts';
import { oneLine } from './plain-text.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** A row of the table: cells of one or more lines. */
type Row = readonly (readonly string[])[];

const headings: Row = [
  ['Target'],
  ['System'],
  ['Run'],
  ['Broker'],
  ['Steps'],
  ['Promised', 'output'],
  ['Requirements'],
  ['Access'],
  ['Time'],
];

const runs = { real: 'real', 'stand-in': 'rehearsed', controller: 'existing' } satisfies Record<
  Target['kind'],
  string
>;

/** The table of targets; where it is wider than the terminal, two or three lines for each target instead. */
export function targetLines(report: Report, options: TerminalOptions): readonly string[] {
  if (report.targets.length === 0) return [];
  const rows = report.targets.map((target) => rowOf(report, target, options));
  const widths = headings.map((_, column) => widthOf([headings, ...rows].map((row) => row[column] ?? [])));
  const whole = widths.reduce((sum, width) => sum + width + 2, -2);
  if (whole > options.width) return rows.flatMap((row) => asText(row, options));
  const { bold, dim } = pc.createColors(options.colour);
  return [
    ...drawn(headings, widths, bold),
    widths.map((width) => dim('-'.repeat(width))).join('  '),
    ...rows.flatMap((row) => drawn(row, widths, painter(options))),
  ];
}

function widthOf(cells: Row): number {
  return Math.max(...cells.flat().map((line) => line.length));
}

function drawn(row: Row, widths: readonly number[], paint: (text: string) => string): readonly string[] {
  const height = Math.max(...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = row.map((cell) => cell[line] ?? '');
    const last = texts.findLastIndex((text) => text !== '');
    const padded = (text: string, column: number) =>
      paint(text) + ' '.repeat(column < last ? (widths[column] ?? 0) - text.length : 0);
    return texts
      .slice(0, last + 1)
      .map(padded)
      .join('  ');
  });
}

function asText([target = [], ...cells]: Row, { colour, width }: TerminalOptions): readonly string[] {
  const named = cells.map(
    (cell, index) => `${headings[index + 1]?.join(' ').toLowerCase()} ${cell.join(', ')}`,
  );
  return [pc.createColors(colour).bold(target.join('')), ...wrap(named.join(' · '), width, '  ')];
}

function painter({ colour }: TerminalOptions): (text: string) => string {
  const { red, yellow, magenta } = pc.createColors(colour);
  return (text) => {
    if (/^\d+ failed/.test(text)) return red(text);
    if (/^\d+ unchecked/.test(text)) return magenta(text);
    return /^\d+ (drift|tolerated|waived)|^rehearsed$/.test(text) ? yellow(text) : text;
  };
}

function rowOf(report: Report, target: Target, options: TerminalOptions): Row {
  const findings = report.findings.filter((finding) => finding.target === target.id);
  const cell = (group: FindingGroup) => countsOf(findings, group, options, report.startedAt);
  return [
    [oneLine(target.id)],
    [oneLine(target.distro)],
    [runs[target.kind]],
    [oneLine(target.broker?.version ?? 'none')],
    cell('step'),
    cell('output'),
    cell('requirement'),
    cell('access'),
    [durationOf(findings)],
  ];
}

function countsOf(
  findings: readonly Finding[],
  group: FindingGroup,
  { failOn }: TerminalOptions,
  day: string,
) {
  const own = findings.filter((finding) => groupOf(finding.id) === group);
  const counts = countStandings(own, failOn, day);
  const asked = own.length - counts['not-applicable'];
  const words: readonly (readonly [number, string])[] = [
    [counts.failed, 'failed'],
    [counts['could-not-check'], 'unchecked'],
    [counts.tolerated, group === 'output' ? 'drift' : 'tolerated'],
    [counts.waived, 'waived'],
  ];
  const troubles = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return asked === 0 ? ['none'] : [`${counts.passed}/${asked}`, ...troubles];
}

function durationOf(findings: readonly Finding[]): string {
  const seconds = findings.reduce((sum, finding) => sum + finding.durationMs, 0) / 1000;
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}
