import { distributionTags } from '../../../model/distribution.ts';
import type { Block } from '../../rst/block.ts';
import type { Defect, LintRule } from '../lint-rule.ts';

type Only = Extract<Block, { kind: 'only' }>;

/** Tags that Sphinx sets by itself: the builder's name, what it writes, and both spelt out. */
const outputTag =
  /^(?:builder_\w+|format_\w+|(?:dir|single)?html|htmlhelp|epub|latex|text|man|texinfo|xml|pseudoxml|gettext)$/;

/** An `only` with a tag that nobody sets, or whose text no distribution's reader ever sees. */
export const onlyTag: LintRule = {
  id: 'only-tag',
  severity: 'error',
  find: ({ blocks }) => defectsIn(blocks, distributionTags),
};

/** Looks at blocks that the readers of `tags` see. */
function defectsIn(blocks: readonly Block[], tags: readonly string[]): Defect[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'only') return 'blocks' in block ? defectsIn(block.blocks, tags) : [];
    const inside = defectsIn(block.blocks, readersOf(block, tags));
    return [...unknownTags(block), ...neverShown(block, tags), ...inside];
  });
}

function tagsIn({ text }: Only): string[] {
  return [...new Set(text.match(/\w+/g))].filter((word) => !/^(?:and|or|not)$/.test(word));
}

function unknownTags(only: Only): Defect[] {
  const known: readonly string[] = distributionTags;
  const unknown = tagsIn(only).filter((tag) => !known.includes(tag) && !outputTag.test(tag));
  const expected = `one of the tags ${known.join(', ')}`;
  return unknown.map((tag) => ({ where: only.where, about: aboutOf(only), expected, got: tag }));
}

/** An expression with an unknown tag was told of already. */
function neverShown(only: Only, tags: readonly string[]): Defect[] {
  if (unknownTags(only).length > 0 || tags.length === 0 || readersOf(only, tags).length > 0) return [];
  const expected = `a reader who sees it, out of those of ${tags.join(', ')}`;
  return [{ where: only.where, about: aboutOf(only), expected, got: 'none' }];
}

/** What a builder's tag decides is not known here, so every reader may see what depends on it. */
function readersOf(only: Only, tags: readonly string[]): readonly string[] {
  return tagsIn(only).some((tag) => outputTag.test(tag)) ? tags : tags.filter(only.expression);
}

function aboutOf({ text }: Only): string {
  return `“.. only:: ${text}”`;
}
