import type { Action, Explanation, Unrecognised } from '../model/procedure.ts';
import type { Reading, Recognised } from './constructs/construct.ts';
import { blockConstructs, sentenceConstructs } from './constructs/index.ts';
import { isInstruction } from './instruction.ts';
import type { Admonition, Block, Code, Directive, Paragraph } from './rst/block.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** Everything that blocks tell the reader, in their order: each sentence and each code block ends in an action. */
export function readActions(blocks: readonly Block[], reading: Reading): Action[] {
  const actions: Action[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const read = readBlock(blocks[at] as Block, blocks.slice(at + 1), reading);
    actions.push(...read.actions);
    at += read.taken;
  }
  return actions;
}

function readBlock(block: Block, following: readonly Block[], reading: Reading): Recognised {
  if (block.kind === 'paragraph') return readParagraph(block, following, reading);
  if (block.kind === 'code') return alone(readCode(block, reading));
  if (block.kind === 'directive') return alone([readDirective(block, reading)]);
  if (block.kind === 'admonition')
    return alone(reading.read(block.blocks, isPlain(block) ? { note: block.name } : {}));
  return alone(block.kind === 'title' ? [] : reading.read(block.blocks));
}

function isPlain({ blocks }: Admonition): boolean {
  return blocks.every((block) => block.kind === 'paragraph');
}

function alone(actions: readonly Action[]): Recognised {
  return { actions, taken: 0 };
}

function readParagraph(paragraph: Paragraph, following: readonly Block[], reading: Reading): Recognised {
  const sentences = sentencesOf(paragraph);
  const read = sentences.map((sentence, index) =>
    readSentence(sentence, index === sentences.length - 1 ? following : [], reading),
  );
  return { actions: read.flatMap(({ actions }) => actions), taken: read.at(-1)?.taken ?? 0 };
}

function readSentence(sentence: Sentence, following: readonly Block[], reading: Reading): Recognised {
  const { note } = reading.context;
  for (const construct of sentenceConstructs) {
    if (note && !construct.explains) continue;
    const recognised = construct.recognise(sentence, following, reading);
    if (recognised) return recognised;
  }
  const { text, where } = sentence;
  if (note) return alone([explain(sentence, `part of a ${note}`)]);
  if (!isInstruction(text)) return alone([explain(sentence, 'explains, asks for nothing')]);
  return alone([{ kind: 'unrecognised', id: reading.nextId(), text, where, expected: knownForms() }]);
}

function explain({ text, where }: Sentence, skipped: string): Explanation {
  return { kind: 'explanation', text, where, skipped };
}

function knownForms(): string {
  return `one of: ${sentenceConstructs.map((construct) => construct.form).join('; ')}`;
}

function readCode(block: Code, reading: Reading): readonly Action[] {
  for (const construct of blockConstructs) {
    const actions = construct.recognise(block, reading);
    if (actions) return actions;
  }
  const text = block.lines.map((line) => line.text).join('\n');
  const expected = `${blockConstructs.map(({ form }) => form).join('; ')}; or a sentence above it that says which file to edit`;
  return [{ kind: 'unrecognised', id: reading.nextId(), text, where: block.where, expected }];
}

/** Directives that show something and ask for nothing. */
const shows = [
  'image',
  'figure',
  'index',
  'contents',
  'toctree',
  'highlight',
  'todo',
  'rubric',
  'versionadded',
];

function readDirective(block: Directive, reading: Reading): Explanation | Unrecognised {
  const { name, argument, lines, where } = block;
  const text = [`.. ${name}:: ${argument}`.trimEnd(), ...lines.map((line) => line.text)].join('\n');
  if (shows.includes(name)) return { kind: 'explanation', text, where, skipped: `shows something (${name})` };
  const expected = 'a directive that the reader knows';
  return { kind: 'unrecognised', id: reading.nextId(), text, where, expected };
}
