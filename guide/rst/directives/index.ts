import { admonition } from './admonition.ts';
import { codeBlock } from './code-block.ts';
import type { DirectiveForm } from './directive-form.ts';
import { include } from './include.ts';
import { only } from './only.ts';

/** The directives that the reader knows; any other is kept as it stands. */
export const directives: readonly DirectiveForm[] = [only, codeBlock, admonition, include];
