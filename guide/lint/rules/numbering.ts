import type { SourceLocation } from '../../../model/source-location.ts';
import { announces } from '../../rst/announces.ts';
import type { Block } from '../../rst/block.ts';
import type { Defect, LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';
import { allLevels, seenBy } from '../walk.ts';

/** Numbers that a distribution's reader sees skipped or repeated. */
export const numbering: LintRule = {
  id: 'numbering',
  severity: 'warning',
  needsWhole: true,
  find: (chapter) => {
    const shown = shownNumbers(chapter.blocks);
    return perReader(chapter, (tag) =>
      [...allLevels(seenBy(chapter.blocks, tag))].flatMap((level) => defectsIn(level, shown)),
    );
  },
};

/** The numbers that RST shows: `#.` counts on only inside its own list, which anything but an item ends. */
type Shown = ReadonlyMap<SourceLocation, number>;

function shownNumbers(blocks: readonly Block[]): Shown {
  const shown = new Map<SourceLocation, number>();
  for (const level of allLevels(blocks)) {
    let last = 0;
    for (const block of level) {
      last = numberAfter(last, block);
      if (last > 0) shown.set(block.where, last);
    }
  }
  return shown;
}

function numberAfter(last: number, block: Block): number {
  if (block.kind !== 'item' || block.marker === 'bullet') return 0;
  return block.marker === 'auto' ? last + 1 : block.marker;
}

/** A count may start anew under a title, or under prose that announces a list; behind a slip, as if there had been none. */
function defectsIn(level: readonly Block[], shown: Shown): Defect[] {
  const defects: Defect[] = [];
  let next = [1];
  let anew = false;
  for (const block of level) {
    const number = shown.get(block.where);
    if (block.kind !== 'item' || number === undefined) {
      anew ||= block.kind === 'title' || announces(block);
      continue;
    }
    const [expected = 1] = next;
    const slipped = !next.includes(number) && !(anew && number === 1);
    if (slipped) defects.push(defectOf(block.where, expected, number));
    next = slipped ? [number + 1, expected + 1] : [number + 1];
    anew = false;
  }
  return defects;
}

function defectOf(where: SourceLocation, expected: number, got: number): Defect {
  return { where, about: 'number', expected: `${expected}`, got: `${got}` };
}
