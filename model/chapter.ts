import type { DistributionTag } from './distribution.ts';
import type { SourceLocation } from './source-location.ts';

/** A guide as its readers see it, whole: every sentence in its place, for reports that show it beside what happened. */
export interface Chapter {
  readonly files: readonly ChapterFile[];
}

/** One file of a guide, what it includes in its place. */
export interface ChapterFile {
  readonly path: string;
  /** The distributions whose readers use this file. */
  readonly tags: readonly DistributionTag[];
  readonly blocks: readonly ChapterBlock[];
}

/** A piece of a chapter; those that hold others keep them in the guide's order. */
export type ChapterBlock = Heading | Prose | CodeBlock | ListItem | Branch | Aside | OtherDirective;

/** Where a block begins, and the last line that is its own; both in the same file. */
interface Placed {
  readonly where: SourceLocation;
  readonly lastLine: number;
}

/** A title; `level` counts from 1 for the chapter's own. */
export interface Heading extends Placed {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
}

/** A paragraph. */
export interface Prose extends Placed {
  readonly kind: 'prose';
  readonly sentences: readonly ProseSentence[];
}

/** One sentence: words, and literals such as file names, in turn. */
export interface ProseSentence {
  readonly where: SourceLocation;
  readonly spans: readonly Span[];
}

/** Words of a sentence; `literal` are those that the guide sets as code. */
export interface Span {
  readonly text: string;
  readonly literal: boolean;
}

/** A code block, its lines without the block's own indentation. */
export interface CodeBlock extends Placed {
  readonly kind: 'code';
  readonly language: string;
  readonly lines: readonly ChapterLine[];
}

/** A line as it stands in the guide. */
export interface ChapterLine {
  readonly line: number;
  readonly text: string;
}

/** A list's item; `marker` is its number, or `•`, or `#` for a number that the guide leaves to its renderer. */
export interface ListItem extends Placed {
  readonly kind: 'item';
  readonly marker: string;
  readonly blocks: readonly ChapterBlock[];
}

/** What only some distributions' readers see: those of `tags`. */
export interface Branch extends Placed {
  readonly kind: 'branch';
  /** The `only` directive's expression as it is written. */
  readonly condition: string;
  readonly tags: readonly DistributionTag[];
  readonly blocks: readonly ChapterBlock[];
}

/** A note, a warning and the like. */
export interface Aside extends Placed {
  readonly kind: 'aside';
  readonly name: string;
  readonly blocks: readonly ChapterBlock[];
}

/** A directive that means nothing to the reader of a guide's steps, as it stands. */
export interface OtherDirective extends Placed {
  readonly kind: 'directive';
  readonly name: string;
  readonly argument: string;
  readonly lines: readonly ChapterLine[];
}
