import { malformed } from '../../guide-error.ts';
import { contentOf } from '../directive-body.ts';
import { placeOf, trimBlank } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** `code-block`, under any of its names. */
export const codeBlock: DirectiveForm = {
  names: ['code-block', 'sourcecode', 'code'],
  read(directive) {
    const where = placeOf(directive.line);
    const { name, argument: language } = directive;
    if (!language) throw malformed(where, `a language after “.. ${name}::”`, 'none');
    // A closing comment that slipped into the block closes it for its author, and is no line of a file or terminal.
    const lines = trimBlank(contentOf(directive).filter((line) => !/^ *\.\. end(?:only)?$/.test(line.text)));
    if (lines.length === 0)
      throw malformed(where, `content indented under “.. ${name}:: ${language}”`, 'none');
    const inside = lines.find((line) => /^ *\.\. [\w-]+::(?: |$)/.test(line.text));
    if (inside)
      throw malformed(inside, 'a directive outside the code block above it', `“${inside.text.trim()}” in it`);
    return [{ kind: 'code', where, language, lines }];
  },
};
