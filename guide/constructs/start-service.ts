import type { SentenceConstruct } from './construct.ts';

const form = /^(re)?start (?:the )?(?:(?!(?:and|or|on|to|when|if) )[^\s,;]+ ){1,6}services?( again)?\.?$/i;

/** “Start the … service again.” */
export const startService: SentenceConstruct = {
  form: '“Start the … service (again).”',
  recognise({ text, where }, _following, reading) {
    const match = form.exec(text);
    if (!match) return undefined;
    const again = Boolean(match[1] || match[2]);
    return { actions: [{ kind: 'start-service', id: reading.nextId(), text, where, again }], taken: 0 };
  },
};
