import type { SourceLocation } from '../../model/source-location.ts';
import type { OnlyExpression } from './only-expression.ts';
import type { SourceLine } from './source-line.ts';

/** A piece of a chapter; every piece knows its place, and nothing between two pieces is content. */
export type Block = Title | Paragraph | Item | Only | Admonition | Code | Directive;

/** A section's title; `style` is its adornment, by which RST tells the levels apart. */
export interface Title {
  readonly kind: 'title';
  readonly where: SourceLocation;
  readonly text: string;
  readonly style: string;
}

/** Lines of prose. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly where: SourceLocation;
  readonly lines: readonly SourceLine[];
}

/** An item of a list: numbered by hand, numbered by RST (`#.`), or with a bullet. */
export interface Item {
  readonly kind: 'item';
  readonly where: SourceLocation;
  readonly marker: number | 'auto' | 'bullet';
  readonly blocks: readonly Block[];
}

/** What only the readers whose tag fits the expression see. */
interface Only {
  readonly kind: 'only';
  readonly where: SourceLocation;
  /** The expression as it is written. */
  readonly text: string;
  readonly expression: OnlyExpression;
  readonly blocks: readonly Block[];
}

/** A note, a warning and the like. */
export interface Admonition {
  readonly kind: 'admonition';
  readonly where: SourceLocation;
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** A code block, or a literal block after `::`, whose language is `none`; the lines without their indentation. */
export interface Code {
  readonly kind: 'code';
  readonly where: SourceLocation;
  readonly language: string;
  readonly lines: readonly SourceLine[];
}

/** Any other directive, as it stands. */
export interface Directive {
  readonly kind: 'directive';
  readonly where: SourceLocation;
  readonly name: string;
  readonly argument: string;
  readonly lines: readonly SourceLine[];
}
