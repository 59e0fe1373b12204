import type { Block } from '../rst/block.ts';
import { isConsole } from './console-block.ts';
import type { SentenceConstruct } from './construct.ts';

/** “…:” above commands or a list: carried out by what it introduces. */
export const introduction: SentenceConstruct = {
  form: '“…:” with a console block or a list below it',
  recognise(sentence, following, { context }) {
    if (!introduces(sentence.marked, following[0])) return undefined;
    if (context.title?.marked === sentence.marked) return { actions: [], taken: 0 };
    const { text, where } = sentence;
    const skipped = 'carried out by what it introduces';
    return { actions: [{ kind: 'explanation', text, where, skipped }], taken: 0 };
  },
};

function introduces(marked: string, next: Block | undefined): boolean {
  if (next?.kind === 'code') return isConsole(next.language) || marked.endsWith(':');
  return next?.kind === 'item' && marked.endsWith(':');
}
