import type { Action, Step } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Context, Reading } from './constructs/construct.ts';
import { readActions } from './read-actions.ts';
import type { Use } from './replaceables.ts';
import type { Block, Paragraph } from './rst/block.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** The blocks of one step before they are read. */
export interface StepSource {
  readonly number: number;
  readonly where: SourceLocation;
  /** Set for what stands before the first step, which has the section's title. */
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/** What grows while a procedure is read: how many ids were given out, and the texts that are to be run. */
export interface Ledger {
  readonly given: Map<string, number>;
  readonly uses: Use[];
}

/** Reads one step; ids go on where another step of the same number left off. */
export function readStep(source: StepSource, ledger: Ledger): Step {
  const { number, where, blocks } = source;
  const title = source.title === undefined ? titleOf(blocks) : undefined;
  const context = { remedy: false, ...(title ? { title } : {}) };
  const actions = readActions(blocks, readingOf(number, context, ledger));
  const name = source.title ?? (title ?? actions[0])?.text.replace(/[.:]$/, '') ?? '';
  return { number, title: name, where, actions: [...actions, ...forgotten(title, actions, number, ledger)] };
}

function readingOf(number: number, context: Context, ledger: Ledger): Reading {
  return {
    context,
    nextId: () => nextId(`${context.remedy ? 'remedy' : 'step'}.${number}`, ledger),
    read: (blocks, changes) => readActions(blocks, readingOf(number, { ...context, ...changes }, ledger)),
    use: (text, where) => ledger.uses.push({ text, where: { file: where.file, line: where.line } }),
  };
}

function nextId(step: string, { given }: Ledger): string {
  const count = (given.get(step) ?? 0) + 1;
  given.set(step, count);
  return `${step}.${count}`;
}

/** The first sentence that announces something, otherwise the first of all. */
function titleOf(blocks: readonly Block[]): Sentence | undefined {
  const prose = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const sentences = prose.flatMap(sentencesOf);
  return sentences.find((sentence) => sentence.marked.endsWith(':')) ?? sentences[0];
}

/** A title under which nothing stands to be run is an instruction that nobody could carry out. */
function forgotten(
  title: Sentence | undefined,
  actions: readonly Action[],
  number: number,
  ledger: Ledger,
): Action[] {
  if (!title || actions.some((action) => action.kind !== 'explanation')) return [];
  if (actions.some((action) => action.text === title.text)) return [];
  const expected = 'something to be run under this sentence';
  const { text, where } = title;
  return [{ kind: 'unrecognised', id: nextId(`step.${number}`, ledger), text, where, expected }];
}
