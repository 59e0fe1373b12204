import type { EditFile } from '../../model/procedure.ts';
import type { Block, Code } from '../rst/block.ts';
import type { Sentence } from '../sentence.ts';
import { isConsole } from './console-block.ts';
import type { Reading, SentenceConstruct } from './construct.ts';

/** “Edit the FILE file to contain the following:” with the block below it. */
export const editFile: SentenceConstruct = {
  form: '“Edit the ``FILE`` file to contain the following:” with a code block below it',
  recognise(sentence, following, reading) {
    const path = /^(?:edit|modify|create|update|change) (?:the |an? )?``([^`]+)``/i.exec(
      sentence.marked,
    )?.[1];
    if (!path) return undefined;
    const blocks = contentBlocks(following);
    if (blocks.length === 0) return undefined;
    reading.use(path, sentence.where);
    return { actions: blocks.map((block) => edit(sentence, path, block, reading)), taken: blocks.length };
  },
};

/** The action of putting a block's lines into the file. */
export function edit({ text, where }: Sentence, path: string, block: Code, reading: Reading): EditFile {
  for (const line of block.lines) reading.use(line.text, line);
  const lines = block.lines.map((line) => line.text);
  return { kind: 'edit-file', id: reading.nextId(), text, where, path, language: block.language, lines };
}

/** The code blocks right at the front that show a file's content. */
export function contentBlocks(following: readonly Block[]): Code[] {
  const end = following.findIndex((block) => block.kind !== 'code' || isConsole(block.language));
  return following.slice(0, end < 0 ? following.length : end).filter((block) => block.kind === 'code');
}
