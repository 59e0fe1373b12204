import { contentOf, evenly, type RawDirective } from '../directive-body.ts';
import { isBlank, placeOf, trimBlank } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** Notes, warnings and their kin; the text may begin beside the name. */
export const admonition: DirectiveForm = {
  names: ['note', 'warning', 'tip', 'important', 'caution', 'attention', 'hint', 'danger', 'seealso'],
  read(directive, reader) {
    const { name, line } = directive;
    const blocks = [...beside(directive), ...below(directive)];
    return [{ kind: 'admonition', where: placeOf(line), name, blocks: reader.read(blocks) }];
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
