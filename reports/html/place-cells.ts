import type { Chapter, ChapterBlock, ChapterFile } from '../../model/chapter.ts';
import type { Accommodation } from '../../model/report.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { Cell, Column } from './cell.ts';
import { groupBy } from './group-by.ts';
import { allCells, type Page } from './page.ts';

/** What happened at one block of the guide. */
export interface Happened {
  readonly cells: readonly Cell[];
  readonly accommodations: readonly Accommodated[];
}

/** Something done at a line of the guide that does not stand there, and the targets that it was done on. */
interface Accommodated {
  readonly text: string;
  readonly columns: readonly Column[];
}

/** What happened where: by the guide's blocks that hold no others, and what belongs to no line of it. */
export interface Places {
  readonly at: ReadonlyMap<ChapterBlock, Happened>;
  readonly elsewhere: readonly Cell[];
}

/** Puts every finding and accommodation beside the block of the guide that it is about. */
export function placesOf(page: Page, chapter: Chapter): Places {
  const leaves = chapter.files.flatMap(leavesOf);
  const blockAt = (where: SourceLocation) => leaves.find((leaf) => holds(leaf, where));
  const cells = groupBy(allCells(page), ({ finding }) => blockAt(finding.where));
  const done = groupBy(
    page.columns.flatMap((column) =>
      (column.target?.accommodations ?? []).map((accommodation) => ({ accommodation, column })),
    ),
    ({ accommodation: { where } }) => where && blockAt(where),
  );
  const at = leaves.map((leaf) => {
    const happened = { cells: cells.get(leaf) ?? [], accommodations: joined(done.get(leaf) ?? []) };
    return [leaf, happened] as const;
  });
  return { at: new Map(at), elsewhere: cells.get(undefined) ?? [] };
}

function holds({ where, lastLine }: ChapterBlock, { file, line }: SourceLocation): boolean {
  return where.file === file && where.line <= line && line <= lastLine;
}

function leavesOf({ blocks }: Pick<ChapterFile, 'blocks'>): readonly ChapterBlock[] {
  return blocks.flatMap((block) => ('blocks' in block ? leavesOf(block) : [block]));
}

function joined(
  done: readonly { readonly accommodation: Accommodation; readonly column: Column }[],
): readonly Accommodated[] {
  const byText = groupBy(done, ({ accommodation }) => accommodation.text);
  return [...byText].map(([text, same]) => ({ text, columns: same.map(({ column }) => column) }));
}
