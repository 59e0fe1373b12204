import type { SentenceConstruct } from './construct.ts';

const form = /^copy (?:the )?``([^`]+)``(?: file)? (?:in)?to (?:the )?``([^`]+)``(?: directory| file)?\.?$/i;

/** “Copy the FILE file to the DIRECTORY directory.” */
export const copyFile: SentenceConstruct = {
  form: '“Copy the ``FILE`` file to the ``DIRECTORY`` directory.”',
  recognise({ marked, text, where }, _following, reading) {
    const [, source, destination] = form.exec(marked) ?? [];
    if (!source || !destination) return undefined;
    reading.use(`${source} ${destination}`, where);
    return {
      actions: [{ kind: 'copy-file', id: reading.nextId(), text, where, source, destination }],
      taken: 0,
    };
  },
};
