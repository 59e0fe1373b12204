import { announces } from '../../rst/announces.ts';
import type { Block, Paragraph } from '../../rst/block.ts';
import { selectTag } from '../../select-tag.ts';
import { sentencesOf } from '../../sentence.ts';
import type { LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';
import { allLevels } from '../walk.ts';

/** A sentence that announces something (“…:”) under which a distribution's reader finds nothing. */
export const nothingFollows: LintRule = {
  id: 'nothing-follows',
  severity: 'error',
  needsWhole: true,
  find: (chapter) =>
    perReader(chapter, (tag) =>
      [...allLevels(selectTag(chapter.blocks, tag))].flatMap(unfulfilled).map((paragraph) => {
        const { text, where } = sentencesOf(paragraph).at(-1) ?? { text: '', where: paragraph.where };
        return { where, about: `“${text}”`, expected: 'something below it', got: 'nothing' };
      }),
    ),
};

function unfulfilled(level: readonly Block[]): Paragraph[] {
  return level.filter((block, at): block is Paragraph => {
    if (block.kind !== 'paragraph' || !announces(block) || isField(block)) return false;
    return level[at + 1] === undefined || level[at + 1]?.kind === 'title';
  });
}

/** A field of RST, such as `:orphan:`, ends in a colon and announces nothing. */
function isField({ lines }: Paragraph): boolean {
  return /^:[\w -]+:/.test(lines.at(-1)?.text ?? '');
}
