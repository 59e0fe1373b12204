import { malformed } from '../../guide-error.ts';
import { contentOf } from '../directive-body.ts';
import { parseOnly } from '../only-expression.ts';
import { placeOf } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** `only`: what some distributions' readers see; it reaches as far as the indentation, whatever a comment says. */
export const only: DirectiveForm = {
  names: ['only'],
  read(directive, reader) {
    const where = placeOf(directive.line);
    const expression = parseOnly(directive.argument, where);
    const content = contentOf(directive);
    if (content.length === 0) throw malformed(where, 'content indented under “.. only::”', 'none');
    return [{ kind: 'only', where, text: directive.argument, expression, blocks: reader.read(content) }];
  },
};
