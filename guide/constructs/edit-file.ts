import type { EditFile } from '../../model/procedure.ts';
import type { Block, Code, Item } from '../rst/block.ts';
import type { Sentence } from '../sentence.ts';
import { gapToAnnounced } from './announced.ts';
import { isConsole } from './console-block.ts';
import type { Reading, Recognised, SentenceConstruct } from './construct.ts';
import { introduced } from './introduction.ts';

/** “Edit the FILE file to contain the following:” with the block below it. */
export const editFile: SentenceConstruct = {
  form: '“Edit the ``FILE`` file to contain the following:” with a code block, or a list of them, below it',
  recognise(sentence, following, reading) {
    const path = /^(?:edit|modify|create|update|change) (?:the |an? )?``([^`]+)``/i.exec(
      sentence.marked,
    )?.[1];
    if (!path) return undefined;
    return editInto(path, sentence, following, reading) ?? editByList(path, sentence, following, reading);
  },
};

/** “In the … section, …:” in a list under such a sentence. */
export const editPart: SentenceConstruct = {
  form: '“In the ``[NAME]`` section, …:” with a code block below it, in a list under “Edit the ``FILE`` file …:”',
  recognise(sentence, following, reading) {
    const path = reading.context.editing;
    return path ? editInto(path, sentence, following, reading) : undefined;
  },
};

function editInto(path: string, sentence: Sentence, following: readonly Block[], reading: Reading) {
  const gap = gapToAnnounced(sentence.marked, following) ?? 0;
  const blocks = contentBlocks(following.slice(gap));
  if (blocks.length === 0) return undefined;
  reading.use(path, sentence.where);
  const actions = blocks.map((block) => edit(sentence, path, block, reading));
  const between = reading.read(following.slice(0, gap));
  return { actions: [...actions, ...between], taken: gap + blocks.length };
}

function editByList(path: string, sentence: Sentence, following: readonly Block[], reading: Reading) {
  const gap = gapToAnnounced(sentence.marked, following) ?? 0;
  const rest = following.slice(gap);
  const length = rest.findIndex((block) => block.kind !== 'item');
  const items = (length < 0 ? rest : rest.slice(0, length)) as readonly Item[];
  if (!items.some((item) => contentBlocks(item.blocks.filter(isCode)).length > 0)) return undefined;
  const actions = [
    ...introduced(sentence, reading.context).actions,
    ...reading.read(following.slice(0, gap)),
    ...reading.read(items, { editing: path }),
  ];
  return { actions, taken: gap + items.length } satisfies Recognised;
}

/** The action of putting a block's lines into the file. */
function edit({ text, where }: Sentence, path: string, block: Code, reading: Reading): EditFile {
  for (const line of block.lines) reading.use(line.text, line);
  const lines = block.lines.map((line) => line.text);
  return { kind: 'edit-file', id: reading.nextId(), text, where, path, language: block.language, lines };
}

/** The code blocks right at the front that show a file's content. */
function contentBlocks(following: readonly Block[]): Code[] {
  const end = following.findIndex((block) => !isCode(block) || isConsole(block.language));
  return following.slice(0, end < 0 ? following.length : end).filter(isCode);
}

function isCode(block: Block): block is Code {
  return block.kind === 'code';
}
