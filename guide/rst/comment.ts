import { malformed } from '../guide-error.ts';
import type { BlockForm } from './block-form.ts';
import { endOfIndented } from './directive-body.ts';
import { trimBlank } from './source-line.ts';

/** Directives that a missing space or colon would turn into a comment, which hides all that stands under it. */
const nearMiss =
  /^\.\.\s*(only|code-block|sourcecode|include|note|warning|tip|important|caution)\s*:(?:\s|:|$)/;

/** A comment, a link target and the like, with what is indented under it: nobody who reads the guide sees it. */
export const comment: BlockForm = (lines, at) => {
  const first = lines[at];
  const name = nearMiss.exec(first?.text ?? '')?.[1];
  if (first && name)
    throw malformed(first, `the directive “.. ${name}::”`, `“${first.text}”, which hides what follows`);
  if (!first || !/^\.\.( |$)/.test(first.text)) return undefined;
  if (first.text === '..' && !lines[at + 1]?.text) return { blocks: [], next: at + 1 };
  const next = endOfIndented(lines, at + 1);
  const hidden = trimBlank(lines.slice(at + 1, next))[0];
  if (hidden && /^\.\. end/.test(first.text)) {
    throw malformed(
      hidden,
      `nothing indented under “${first.text}”, which hides it`,
      `“${hidden.text.trim()}”`,
    );
  }
  return { blocks: [], next };
};
