import { literalsOf } from '../inline-text.ts';
import { findReplaceables, isReplaceable } from '../replaceables.ts';
import type { SentenceConstruct } from './construct.ts';

const verbs = /\b(?:replace|substitute|replacing|substituting|choose|pick)\b(.*?)(?: (?:with|by)\b|$)/i;
const subject = /^``([^`]+)``(?: and ``([^`]+)``)? (?:is|are|stands?|means?)\b/;

/** “Replace ``X`` with …”: what to put for a replaceable. */
export const replace: SentenceConstruct = {
  form: '“Replace ``NAME`` with …”',
  explains: true,
  recognise({ marked, text, where }) {
    const names = explainedBy(marked);
    if (names.length === 0) return undefined;
    const actions = names.map((replaceable) => ({ kind: 'explanation', text, where, replaceable }) as const);
    return { actions, taken: 0 };
  },
};

/** The replaceables that a sentence, with its literals marked, says what to put for. */
export function explainedBy(marked: string): string[] {
  const about = verbs.exec(marked)?.[1] ?? subject.exec(marked)?.[0] ?? '';
  return [...new Set([...literalsOf(about).filter(isReplaceable), ...findReplaceables(about)])];
}
