import type { Block } from '../rst/block.ts';
import { gapToAnnounced } from './announced.ts';
import type { SentenceConstruct } from './construct.ts';

const symptomForms = [
  /``([^`]+)`` (?:error|message|failure)/,
  /\b(?:returns?|reports?|shows?|prints?|says?|see)(?: an?| the)? ``([^`]+)``/,
];

/** “In case …, perform the following actions:” with the list or the commands below it. */
export const remedy: SentenceConstruct = {
  form: '“In case …, perform the following actions:” with a list or code blocks below it',
  recognise({ marked, text, where }, following, reading) {
    const gap = gapToAnnounced(marked, following);
    if (gap === undefined || !/^(?:in case|if|should) .*:$/i.test(marked)) return undefined;
    const taken = gap + lengthOfRemedy(following.slice(gap));
    const actions = reading.read(following.slice(0, taken), { remedy: true });
    const symptom = symptomOf(marked);
    return { actions: [{ kind: 'remedy', text, where, actions, ...(symptom ? { symptom } : {}) }], taken };
  },
};

function symptomOf(marked: string): string | undefined {
  return symptomForms.map((form) => form.exec(marked)?.[1]).find((symptom) => symptom);
}

/** The run of list items, or of code blocks, right at the front. */
function lengthOfRemedy(following: readonly Block[]): number {
  const end = following.findIndex((block) => block.kind !== following[0]?.kind);
  return end < 0 ? following.length : end;
}
