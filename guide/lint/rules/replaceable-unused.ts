import type { LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';

/** A replaceable that is explained to a distribution's reader, who then finds it nowhere. */
export const replaceableUnused: LintRule = {
  id: 'replaceable-unused',
  severity: 'warning',
  needsWhole: true,
  find: (chapter) =>
    perReader(chapter, (_tag, { replaceables }) =>
      replaceables.flatMap(({ name, usedAt, explanation }) => {
        if (!explanation || usedAt.length > 0) return [];
        const { where } = explanation;
        return [{ where, about: name, expected: 'a command or a file in which it stands', got: 'none' }];
      }),
    ),
};
