import type { Chapter } from '../../model/chapter.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, Target } from '../../model/report.ts';
import type { TranscriptEntry } from '../../model/transcript.ts';
import { plainText } from '../plain-text.ts';
import type { ReportInput } from '../report-input.ts';
import { inStableOrder } from '../stable-order.ts';
import { type FailOn, type Standing, standingOf } from '../standing.ts';
import type { Cell, Column } from './cell.ts';
import { type standingLooks, usedLooks } from './look.ts';
import { plainReport } from './plain-report.ts';
import { type RowName, rowNames } from './row-name.ts';
import { type Row, rowsOf } from './rows.ts';

/** More targets than this have no column each: they are counted. */
export const mostColumns = 8;

/** All that the page shows, arranged once. */
export interface Page {
  readonly report: Report;
  readonly failOn: FailOn;
  readonly chapter: Chapter | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What each row is called. */
  readonly names: readonly RowName[];
  /** By row, in the order of the columns. */
  readonly cells: readonly (readonly Cell[])[];
  /** The standings that the page has use for. */
  readonly looks: typeof standingLooks;
  /** Whether targets are counted instead of shown one by one. */
  readonly counted: boolean;
  readonly transcripts: ReadonlyMap<string, readonly TranscriptEntry[]>;
}

/** Arranges a report for the page. */
export function pageOf(input: ReportInput): Page {
  const report = plainReport(inStableOrder(input.report));
  const columns = columnsOf(report);
  const rows = rowsOf(report.findings);
  const standing = (finding: Finding) => standingOf(finding, input.options.failOn, report.startedAt);
  const cells = cellsOf(rows, columns, standing);
  return {
    report,
    failOn: input.options.failOn,
    chapter: input.chapter,
    columns,
    rows,
    names: rowNames(rows),
    cells,
    looks: usedLooks(cells.flat()),
    counted: columns.length > mostColumns,
    transcripts: new Map([...input.transcripts].map(([id, entries]) => [plainText(id), entries])),
  };
}

/** All cells of a page, row by row. */
export function allCells(page: Page): readonly Cell[] {
  return page.cells.flat();
}

function columnsOf(report: Report): readonly Column[] {
  const targets = new Map<string, Target>(report.targets.map((target) => [target.id, target]));
  const others = report.findings.map(({ target }) => target).filter((id) => !targets.has(id));
  return [...targets.keys(), ...new Set(others)].map((id, index) => {
    const target = targets.get(id);
    return target ? { index, id, target } : { index, id };
  });
}

function cellsOf(
  rows: readonly Row[],
  columns: readonly Column[],
  standing: (finding: Finding) => Standing,
): readonly (readonly Cell[])[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  let index = 0;
  return rows.map((row, number) =>
    row.findings.flatMap((finding): Cell[] => {
      const column = byId.get(finding.target);
      return column ? [{ index: index++, row: number, column, finding, standing: standing(finding) }] : [];
    }),
  );
}
