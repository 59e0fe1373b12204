import { isInstruction } from '../instruction.ts';
import type { Block } from '../rst/block.ts';
import type { Sentence } from '../sentence.ts';
import { gapToAnnounced } from './announced.ts';
import { isConsole } from './console-block.ts';
import type { Context, Recognised, SentenceConstruct } from './construct.ts';

/** “…:” above commands or a list: carried out by what it introduces. */
export const introduction: SentenceConstruct = {
  form: '“…:” with a console block or a list below it',
  recognise(sentence, following, { context }) {
    return introduces(sentence, following) ? introduced(sentence, context) : undefined;
  },
};

/** What becomes of a sentence that is carried out by what it introduces: nothing more when it is the step's title. */
export function introduced({ text, where }: Sentence, { title }: Context): Recognised {
  if (title?.text === text && title.where.line === where.line) return { actions: [], taken: 0 };
  const skipped = 'carried out by what it introduces';
  return { actions: [{ kind: 'explanation', text, where, skipped }], taken: 0 };
}

function introduces({ marked, text }: Sentence, following: readonly Block[]): boolean {
  if (marked.endsWith(':')) return gapToAnnounced(marked, following) !== undefined;
  const [next] = following;
  return next?.kind === 'code' && isConsole(next.language) && isInstruction(text);
}
