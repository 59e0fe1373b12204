import type { Branch, ChapterBlock, CodeBlock, Heading, OtherDirective, Prose } from '../../model/chapter.ts';
import type { DistributionTag } from '../../model/distribution.ts';

/** A piece of the guide that holds no other. */
export type Leaf = Heading | Prose | CodeBlock | OtherDirective;

/** A line of the guide's rendering: where a branch begins, or a leaf with what stands around it. */
export type ChapterRow =
  | {
      readonly kind: 'branch';
      readonly branch: Branch;
      readonly readers: readonly DistributionTag[];
      readonly depth: number;
    }
  | LeafRow;

interface LeafRow {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
  readonly depth: number;
  /** The number or bullet of the item that it begins. */
  readonly marker: string;
  /** The note, warning or the like that it is in. */
  readonly aside: string;
  readonly branched: boolean;
}

interface Around {
  readonly depth: number;
  readonly marker: string;
  readonly aside: string;
  readonly readers: readonly DistributionTag[];
  readonly branched: boolean;
}

/** The blocks of a file one below the other, as they are laid out beside their results; `readers` are the file's own. */
export function chapterRows(
  blocks: readonly ChapterBlock[],
  readers: readonly DistributionTag[],
): readonly ChapterRow[] {
  return blocks.flatMap((block) =>
    rowsOf(block, { depth: 0, marker: '', aside: '', readers, branched: false }),
  );
}

function rowsOf(block: ChapterBlock, around: Around): readonly ChapterRow[] {
  if (block.kind === 'branch') return branchRows(block, around);
  if (block.kind === 'item')
    return inside(block.blocks, { ...around, depth: around.depth + 1 }, numbered(block.marker));
  if (block.kind === 'aside') return inside(block.blocks, { ...around, aside: block.name }, '');
  const { depth, marker, aside, branched } = around;
  return [{ kind: 'leaf', leaf: block, depth, marker, aside, branched }];
}

function branchRows(branch: Branch, around: Around): readonly ChapterRow[] {
  const readers = around.readers.filter((tag) => branch.tags.includes(tag));
  const head = { kind: 'branch', branch, readers, depth: around.depth } as const;
  return [head, ...inside(branch.blocks, { ...around, readers, branched: true }, '')];
}

/** What an item or a branch holds; only the first of an item stands beside its number. */
function inside(blocks: readonly ChapterBlock[], around: Around, marker: string): readonly ChapterRow[] {
  return blocks.flatMap((block, index) => rowsOf(block, { ...around, marker: index === 0 ? marker : '' }));
}

function numbered(marker: string): string {
  return marker === '•' ? marker : `${marker}.`;
}
