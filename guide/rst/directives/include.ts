import { malformed } from '../../guide-error.ts';
import type { DirectiveForm } from './directive-form.ts';

/** `include`: another file's blocks in this one's place; lines keep the file they came from. */
export const include: DirectiveForm = {
  names: ['include'],
  read({ argument, line, under }, reader) {
    if (!argument) throw malformed(line, 'a file after “.. include::”', 'none');
    const option = under.find((below) => below.text !== '');
    if (option) throw malformed(option, 'an include of a whole file', `“${option.text.trim()}”`);
    return reader.include(argument, line);
  },
};
