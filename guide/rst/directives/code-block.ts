import { malformed } from '../../guide-error.ts';
import { contentOf } from '../directive-body.ts';
import { placeOf } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** `code-block`, under any of its names. */
export const codeBlock: DirectiveForm = {
  names: ['code-block', 'sourcecode', 'code'],
  read(directive) {
    const where = placeOf(directive.line);
    const { name, argument: language } = directive;
    if (!language) throw malformed(where, `a language after “.. ${name}::”`, 'none');
    const lines = contentOf(directive);
    if (lines.length === 0)
      throw malformed(where, `content indented under “.. ${name}:: ${language}”`, 'none');
    return [{ kind: 'code', where, language, lines }];
  },
};
