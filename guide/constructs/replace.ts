import { isReplaceable } from '../replaceables.ts';
import type { SentenceConstruct } from './construct.ts';

const verbs = /\b(?:replace|substitute|replacing|substituting|choose|pick)\b(.*?)(?: (?:with|by)\b|$)/i;
const subject = /^``([^`]+)``(?: and ``([^`]+)``)? (?:is|are|stands?|means?)\b/;

/** “Replace ``X`` with …”: what to put for a replaceable. */
export const replace: SentenceConstruct = {
  form: '“Replace ``NAME`` with …”',
  recognise({ marked, text, where }) {
    const about = verbs.exec(marked)?.[1] ?? subject.exec(marked)?.[0] ?? '';
    const names = [...about.matchAll(/``([^`]+)``/g)].map((match) => match[1] ?? '').filter(isReplaceable);
    if (names.length === 0) return undefined;
    const actions = names.map((replaceable) => ({ kind: 'explanation', text, where, replaceable }) as const);
    return { actions, taken: 0 };
  },
};
