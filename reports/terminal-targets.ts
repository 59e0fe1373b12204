import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { byTarget } from './by-target.ts';
import { countsOf } from './cell-counts.ts';
import { isAudit } from './controllers.ts';
import type { FindingGroup } from './finding-group.ts';
import { oneLine } from './plain-text.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** A row of the table: cells of one or more lines. */
type Row = readonly (readonly string[])[];

const headings: Row = [
  ['Target'],
  ['Run'],
  ['System'],
  ['Broker'],
  ['Steps'],
  ['Promised', 'output'],
  ['Requirements'],
  ['Access'],
  ['Time'],
];

const runs = { real: 'real', 'stand-in': 'rehearsed', controller: 'audited' } satisfies Record<
  Target['kind'],
  string
>;

/** Place of the column that a narrow table can do without: a target's name says nearly the same. */
const system = 2;
/** Place of the first of the two columns about what was typed and what it printed. */
const typed = 4;

/** The table of targets; where it is wider than the terminal, two or three lines for each target instead. */
export function targetLines(report: Report, options: TerminalOptions): readonly string[] {
  if (report.targets.length === 0) return [];
  const findings = byTarget(report.findings);
  const rows = report.targets.map((target) =>
    rowOf(target, findings.get(target.id) ?? [], options, report.startedAt),
  );
  const whole = asked([headings, ...rows], report);
  const table = [whole, whole.map((row) => row.toSpliced(system, 1))].find(
    (candidate) => breadthOf(widthsOf(candidate)) <= options.width,
  );
  const [heads = [], ...told] = whole;
  return table ? asTable(table, options) : told.flatMap((row) => asText(row, heads, options));
}

// A check of controllers types nothing that the guide says, so it has no columns for that.
function asked(rows: readonly Row[], report: Report): readonly Row[] {
  return isAudit(report) ? rows.map((row) => row.toSpliced(typed, 2)) : rows;
}

function asTable([heads = [], ...rows]: readonly Row[], options: TerminalOptions): readonly string[] {
  const { bold, dim } = pc.createColors(options.colour);
  const widths = widthsOf([heads, ...rows]);
  return [
    ...drawn(heads, widths, bold),
    widths.map((width) => dim('-'.repeat(width))).join('  '),
    ...rows.flatMap((row) => drawn(row, widths, painter(options))),
  ];
}

function widthsOf(rows: readonly Row[]): readonly number[] {
  return rows[0]?.map((_, column) => widthOf(rows.map((row) => row[column] ?? []))) ?? [];
}

function breadthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + 2, -2);
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

function asText(
  [target = [], run = [], ...cells]: Row,
  heads: Row,
  options: TerminalOptions,
): readonly string[] {
  const named = cells.map((cell, index) => `${heads[index + 2]?.join(' ').toLowerCase()} ${cell.join(', ')}`);
  const name = pc.createColors(options.colour).bold(target.join(''));
  return [`${name}  ${painter(options)(run.join(''))}`, ...wrap(named.join(' · '), options.width, '  ')];
}

function painter({ colour }: TerminalOptions): (text: string) => string {
  const { red, yellow, magenta } = pc.createColors(colour);
  return (text) => {
    if (/^\d+ failed/.test(text)) return red(text);
    if (/^\d+ unchecked/.test(text)) return magenta(text);
    return /^\d+ (drift|tolerated|known|waived)|^rehearsed$/.test(text) ? yellow(text) : text;
  };
}

function rowOf(target: Target, findings: readonly Finding[], options: TerminalOptions, day: string): Row {
  const cell = (group: FindingGroup) => countsOf(findings, group, options.failOn, day);
  return [
    [oneLine(target.id)],
    [runs[target.kind]],
    [oneLine(target.distro ?? 'unknown')],
    [oneLine(target.broker?.version ?? 'none')],
    cell('step'),
    cell('output'),
    cell('requirement'),
    cell('access'),
    [durationOf(findings)],
  ];
}

function durationOf(findings: readonly Finding[]): string {
  const seconds = findings.reduce((sum, finding) => sum + finding.durationMs, 0) / 1000;
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}
