import { malformed } from '../../guide-error.ts';
import { contentOf, evenly, type RawDirective } from '../directive-body.ts';
import { isBlank, placeOf, trimBlank } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** Notes, warnings and their kin; the text may begin beside the name. */
export const admonition: DirectiveForm = {
  names: ['note', 'warning', 'tip', 'important', 'caution', 'attention', 'hint', 'danger', 'seealso'],
  read(directive, reader) {
    const { name, line } = directive;
    const lines = [...beside(directive), ...below(directive)];
    if (lines.length === 0) throw malformed(line, `content indented under “.. ${name}::”`, 'none');
    return [{ kind: 'admonition', where: placeOf(line), name, blocks: reader.read(lines) }];
  },
};

function beside({ argument, line }: RawDirective) {
  return argument ? [{ ...line, text: argument }] : [];
}

function below(directive: RawDirective) {
  const [first] = directive.under;
  // Text that begins beside the name or right under it goes on without a blank line.
  if (directive.argument || (first && !isBlank(first))) return evenly(trimBlank(directive.under));
  return contentOf(directive);
}
