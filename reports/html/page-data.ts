import { severities } from '../../model/finding.ts';
import type { Cell } from './cell.ts';
import { findingBody } from './finding-body.ts';
import { kindOf, rankOf, standingLooks } from './look.ts';
import { machineNote } from './machine.ts';
import { allCells, type Page } from './page.ts';
import { sameFinding } from './same-finding.ts';
import { toHtml } from './to-html.ts';
import { typed } from './typed.ts';

/** What the page's script works on; where targets are counted, also the pieces that it makes details of, as HTML. */
export interface PageData {
  readonly counted: boolean;
  readonly standings: readonly string[];
  readonly words: readonly string[];
  readonly signs: readonly string[];
  readonly severities: readonly string[];
  readonly targets: readonly (readonly [id: string, kind: string])[];
  readonly rows: readonly (readonly [title: string, ids: string])[];
  /** Six numbers for each cell: row, target, standing, severity, milliseconds, and which of the bodies. */
  readonly cells: readonly number[];
  /** Ids of findings, of each cell. */
  readonly ids: readonly string[];
  readonly bodies: readonly string[];
  readonly typed: Readonly<Record<number, string>>;
  readonly machines: readonly string[];
}

/** The data of a page; text in it is HTML and has been escaped as such. */
export function pageData(page: Page): PageData {
  const cells = allCells(page);
  const bodies = bodiesOf(page.counted ? cells : []);
  return {
    counted: page.counted,
    standings: standingLooks.map(({ standing }) => standing),
    words: standingLooks.map(({ word }) => word),
    signs: standingLooks.map(({ sign }) => sign),
    severities,
    targets: page.columns.map((column) => [column.id, kindOf(column)]),
    rows: page.rows.map(({ title, ids }) => [title, ids.join(' · ')]),
    cells: cells.flatMap((cell) => numbersOf(cell, bodies.places)),
    ids: cells.map(({ finding }) => finding.id),
    bodies: bodies.html,
    typed: page.counted ? typedOf(page, cells) : {},
    machines: page.counted ? page.columns.map((column) => toHtml(machineNote(page, column))) : [],
  };
}

interface Bodies {
  readonly html: readonly string[];
  readonly places: ReadonlyMap<number, number>;
}

/** The body of each cell, those that are the same once. */
function bodiesOf(cells: readonly Cell[]): Bodies {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const places = cells.map((cell) => {
    const key = `${cell.standing} ${sameFinding(cell.finding)}`;
    const place = known.get(key) ?? texts.push(toHtml(findingBody(cell))) - 1;
    known.set(key, place);
    return [cell.index, place] as const;
  });
  return { html: texts, places: new Map(places) };
}

function numbersOf(cell: Cell, places: Bodies['places']): readonly number[] {
  const standing = rankOf(cell.standing);
  const { severity, durationMs } = cell.finding;
  const body = places.get(cell.index) ?? -1;
  return [cell.row, cell.column.index, standing, severities.indexOf(severity), Math.round(durationMs), body];
}

function typedOf(page: Page, cells: readonly Cell[]): Record<number, string> {
  return Object.fromEntries(
    cells.flatMap((cell) => {
      const view = typed(page, cell);
      return view ? [[cell.index, toHtml(view)]] : [];
    }),
  );
}
