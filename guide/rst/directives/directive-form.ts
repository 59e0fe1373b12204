import type { Block } from '../block.ts';
import type { BlockReader } from '../block-form.ts';
import type { RawDirective } from '../directive-body.ts';

/** How the directives of some names are read. */
export interface DirectiveForm {
  readonly names: readonly string[];
  read(directive: RawDirective, reader: BlockReader): readonly Block[];
}
