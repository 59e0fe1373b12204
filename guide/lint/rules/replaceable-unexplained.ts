import { explainedBy } from '../../constructs/replace.ts';
import { selectTag } from '../../select-tag.ts';
import { sentencesOf } from '../../sentence.ts';
import type { LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';
import { allBlocks } from '../walk.ts';

/** A replaceable in something to be run, for which a distribution's reader is told no value anywhere in the chapter. */
export const replaceableUnexplained: LintRule = {
  id: 'replaceable-unexplained',
  severity: 'error',
  needsWhole: true,
  find: ({ blocks, ...chapter }) =>
    perReader({ blocks, ...chapter }, (tag, { replaceables }) => {
      const prose = [...allBlocks(selectTag(blocks, tag))].filter((block) => block.kind === 'paragraph');
      const explained = new Set(prose.flatMap(sentencesOf).flatMap(({ marked }) => explainedBy(marked)));
      return replaceables
        .filter(({ name }) => !explained.has(name))
        .flatMap(({ name, usedAt: [where] }) =>
          where
            ? [{ where, about: name, expected: 'a sentence that says what to put for it', got: 'none' }]
            : [],
        );
    }),
};
