import { malformed } from '../guide-error.ts';
import type { BlockForm, Read } from './block-form.ts';
import { indentOf, placeOf, type SourceLine } from './source-line.ts';

const adornment = /^([!-/:-@[-`{-~])\1*$/;

/** A section's title, underlined or with a line above and below it; also a line of its own between two paragraphs. */
export const title: BlockForm = (lines, at) => {
  const [first, second, third] = lines.slice(at, at + 3);
  if (!first) return undefined;
  if (adornment.test(first.text) && first.text !== '::') return overlined(first, second, third, at);
  if (!second || !adornment.test(second.text) || second.text === '::') return undefined;
  return underlined(first, second, at);
};

function overlined(
  over: SourceLine,
  text: SourceLine | undefined,
  under: SourceLine | undefined,
  at: number,
) {
  if (!text?.text) return over.text.length < 4 ? undefined : { blocks: [], next: at + 1 };
  if (over.text.length < 4 && !adornment.test(under?.text ?? '')) return undefined;
  if (!under || !adornment.test(under.text))
    throw malformed(text, `${over.text} again under the title`, 'none');
  if (under.text !== over.text)
    throw malformed(under, `the same line as above the title, ${over.text}`, under.text);
  refuseShort(text, under);
  return { blocks: [titleOf(text, `${over.text.charAt(0)}${over.text.charAt(0)}`)], next: at + 3 };
}

function underlined(text: SourceLine, under: SourceLine, at: number): Read | undefined {
  const short = under.text.length < text.text.length;
  // A few dots or dashes under a longer line are text to RST; three of a title's usual characters are a slip.
  if (short && (under.text.length < 3 || /^[.:]/.test(under.text))) return undefined;
  if (indentOf(under) > 0) return undefined;
  refuseShort(text, under);
  return { blocks: [titleOf(text, under.text.charAt(0))], next: at + 2 };
}

function refuseShort(text: SourceLine, under: SourceLine): void {
  const width = [...text.text].length;
  if (under.text.length >= width) return;
  throw malformed(under, `a line of at least ${width} characters under the title`, `${under.text.length}`);
}

function titleOf(line: SourceLine, style: string) {
  return { kind: 'title', where: placeOf(line), text: line.text.trim(), style } as const;
}
