import type { DistributionTag } from '../../../model/distribution.ts';
import type { Procedure, Step } from '../../../model/procedure.ts';
import type { Chapter } from '../chapter.ts';
import type { LintRule } from '../lint-rule.ts';
import { perReader } from '../per-reader.ts';
import { purposesOf } from '../purposes.ts';

/** Distributions of one family, whose readers do the same with packages of the same origin. */
const siblings = { ubuntu: 'debian', debian: 'ubuntu', rdo: 'obs', obs: 'rdo' } as const satisfies Record<
  DistributionTag,
  DistributionTag
>;

/** A step that a distribution has and its sibling lacks. */
export const siblingStep: LintRule = {
  id: 'sibling-step',
  severity: 'warning',
  needsWhole: true,
  find: (chapter, guide) =>
    perReader(chapter, (tag, { steps }) => {
      const sibling = procedureFor(siblings[tag], chapter, guide);
      const lacking = sibling ? steps.filter((step) => lacks(sibling, step)) : [];
      const expected = `one like it for ${siblings[tag]}`;
      return lacking.map(({ where, title }) => ({ where, about: `step “${title}”`, expected, got: 'none' }));
    }),
};

/** The sibling's procedure in the same chapter, otherwise in a chapter of its own; none of a chapter that is broken. */
function procedureFor(
  tag: DistributionTag,
  chapter: Chapter,
  guide: readonly Chapter[],
): Procedure | undefined {
  const has = [chapter, ...guide].find(({ procedures }) => procedures.has(tag));
  return has?.errors.length === 0 ? has.procedures.get(tag) : undefined;
}

/** A step whose title the sibling has, or one of whose commands it has anywhere, is not lacking; nor is one that does nothing. */
function lacks({ steps }: Procedure, step: Step): boolean {
  const purposes = purposesOf(step);
  const done = steps.flatMap(purposesOf);
  if (purposes.length === 0 || purposes.some((purpose) => done.includes(purpose))) return false;
  return !steps.some(({ title }) => sameWords(title) === sameWords(step.title));
}

function sameWords(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
}
