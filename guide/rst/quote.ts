import type { BlockForm } from './block-form.ts';
import { dedent, indentOf, isBlank } from './source-line.ts';

/** Lines deeper than what is around them: read as if they were not, for depth alone says nothing to the guide's reader. */
export const quote: BlockForm = (lines, at, reader) => {
  const first = lines[at];
  const depth = first ? indentOf(first) : 0;
  if (depth === 0) return undefined;
  const length = lines.slice(at).findIndex((line) => !isBlank(line) && indentOf(line) < depth);
  const next = length < 0 ? lines.length : at + length;
  return { blocks: reader.read(dedent(lines.slice(at, next), depth)), next };
};
