import type { Action } from '../../model/procedure.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { Block, Code } from '../rst/block.ts';
import type { Sentence } from '../sentence.ts';

/** Where in the procedure the reader is, and what a construct may ask of it. */
export interface Reading {
  /** The next id for something to run, such as `step.2.1`. */
  nextId(): string;
  /** Reads blocks that belong to a construct; `changes` holds for them alone. */
  read(blocks: readonly Block[], changes?: Partial<Context>): readonly Action[];
  /** Remembers that the text at `where` is something to be run, so that its replaceables are found. */
  use(text: string, where: SourceLocation): void;
  readonly context: Context;
}

/** What holds for all blocks of a place. */
export interface Context {
  /** The sentence that names the step: it needs no action of its own. */
  readonly title?: Sentence;
  /** Inside a remedy, whose actions are counted by themselves. */
  readonly remedy: boolean;
  /** Inside a note without code blocks or lists, whose sentences ask for nothing. */
  readonly note?: string;
  /** The file that the sentence above said to edit. */
  readonly editing?: string;
}

/** What a construct made of a sentence, and how many of the blocks that follow it belong to that. */
export interface Recognised {
  readonly actions: readonly Action[];
  readonly taken: number;
}

/** A kind of sentence that the reader knows how to carry out. */
export interface SentenceConstruct {
  /** The form, as an author would be told of it. */
  readonly form: string;
  /** Set when it asks for nothing by itself, so that it counts in a note too. */
  readonly explains?: true;
  /** `undefined` when the sentence is of another form; `following` are the blocks after it, empty inside a paragraph. */
  recognise(sentence: Sentence, following: readonly Block[], reading: Reading): Recognised | undefined;
}

/** A kind of code block that the reader knows how to carry out. */
export interface BlockConstruct {
  readonly form: string;
  recognise(block: Code, reading: Reading): readonly Action[] | undefined;
}
