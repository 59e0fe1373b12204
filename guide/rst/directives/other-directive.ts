import { outdent, placeOf, trimBlank } from '../source-line.ts';
import type { DirectiveForm } from './directive-form.ts';

/** A directive that the reader does not know, kept as it stands. */
export const otherDirective: DirectiveForm = {
  names: [],
  read: ({ name, argument, line, under }) => [
    { kind: 'directive', where: placeOf(line), name, argument, lines: outdent(trimBlank(under)) },
  ],
};
