import type { DistributionTag } from '../model/distribution.ts';
import type { GuideSource, Procedure } from '../model/procedure.ts';
import { GuideError } from './guide-error.ts';
import { type Ledger, readStep, type StepSource } from './read-step.ts';
import { replaceablesOf } from './replaceables.ts';
import type { Block } from './rst/block.ts';
import { procedureSection, type Section } from './section.ts';
import { selectTag } from './select-tag.ts';

/** A chapter that was read but not yet for any distribution. */
export interface GuideDocument {
  readonly guide: GuideSource;
  readonly blocks: readonly Block[];
}

/**
 * The procedure for the readers of one distribution.
 * @throws GuideError `no-procedure` when the chapter has no step for them, `malformed` for an open literal in one.
 */
export function procedureOf({ guide, blocks }: GuideDocument, tag: DistributionTag): Procedure {
  const section = procedureSection(selectTag(blocks, tag));
  if (!section) {
    const where = { file: guide.path, line: 1 };
    throw new GuideError({ code: 'no-procedure', where, expected: `steps for ${tag}`, got: 'none' });
  }
  const ledger: Ledger = { given: new Map(), uses: [] };
  const steps = stepSources(section).map((source) => readStep(source, ledger));
  const replaceables = replaceablesOf(steps, ledger.uses);
  return { tag, guide, title: section.title, steps, replaceables };
}

/** The items of the section's own lists with all that follows each; before the first, step 0. */
function stepSources({ title, where, blocks }: Section): StepSource[] {
  const steps: (StepSource & { blocks: Block[] })[] = [{ number: 0, where, title, blocks: [] }];
  for (const part of partsOf(blocks)) {
    const numbered = part.some((block) => block.kind === 'item' && block.marker !== 'bullet');
    let number = 0;
    for (const block of part) {
      if (block.kind === 'item' && (block.marker !== 'bullet' || !numbered)) {
        number = typeof block.marker === 'number' ? block.marker : number + 1;
        steps.push({ number, where: block.where, blocks: [...block.blocks] });
      } else steps.at(-1)?.blocks.push(block);
    }
  }
  return steps.filter(
    (step) => step.title === undefined || step.blocks.some((block) => block.kind !== 'title'),
  );
}

/** Blocks between titles: each part counts its steps from one, and has either numbers or bullets for them. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'title') parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}
