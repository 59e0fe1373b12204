import { straysOf } from '../../adopt-strays.ts';
import type { Block, Item } from '../../rst/block.ts';
import type { Defect, LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';
import { allLevels, seenBy } from '../walk.ts';

/** A block that belongs to a step but is not indented as the step's text is, so that it ends the list for RST. */
export const dedentedBlock: LintRule = {
  id: 'dedented-block',
  severity: 'warning',
  find: (chapter) =>
    perReader(chapter, (tag) => [...allLevels(seenBy(chapter.blocks, tag))].flatMap(defectsIn)),
};

function defectsIn(level: readonly Block[]): Defect[] {
  return level.flatMap((block, at) => {
    if (block.kind !== 'item') return [];
    const strays = straysOf(block, level.slice(at + 1));
    const stray = strays.find((each) => each.kind === 'code') ?? strays[0];
    return stray && belongs(stray, block, level[at + 1 + strays.length]) ? [defectOf(stray, block)] : [];
  });
}

/** Prose between two bullets, or before a count that starts anew, may well stand for itself. */
function belongs(stray: Block, item: Item, next: Block | undefined): boolean {
  if (stray.kind === 'code') return true;
  return item.marker !== 'bullet' && next?.kind === 'item' && next.marker !== 1;
}

const names = { code: 'code block', paragraph: 'paragraph', admonition: 'note' } as const;

function defectOf({ kind, where }: Block, item: Item): Defect {
  const name = (names as Partial<Record<Block['kind'], string>>)[kind] ?? 'block';
  const expected = `indentation that makes it part of the item on line ${item.where.line}`;
  return { where, about: name, expected, got: 'none' };
}
