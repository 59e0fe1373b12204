import type { SourceLocation } from '../model/source-location.ts';
import { malformed } from './guide-error.ts';
import { markedText, openLiteral, plainText } from './inline-text.ts';
import type { Paragraph } from './rst/block.ts';
import { placeOf } from './rst/source-line.ts';

/** One sentence of the guide and the place of its first word. */
export interface Sentence {
  /** As the reader sees it: one line, no markup. */
  readonly text: string;
  /** The same with literals as ``x``, so that a form can ask for one. */
  readonly marked: string;
  readonly where: SourceLocation;
}

/**
 * The sentences of a paragraph, however its lines are wrapped.
 * @throws GuideError `malformed` for a literal that is opened and not closed: nobody could tell where the value ends.
 */
export function sentencesOf(paragraph: Paragraph): Sentence[] {
  const source = paragraph.lines.map((line) => line.text).join('\n');
  const placeAt = (offset: number) => {
    const line = paragraph.lines[source.slice(0, offset).split('\n').length - 1];
    return placeOf(line ?? paragraph.where);
  };
  const open = openLiteral(source);
  if (open >= 0)
    throw malformed(placeAt(open), '“``” at the end of the literal', `none: “${source.slice(open)}”`);
  return spansOf(source).map(({ from, to }) => {
    const marked = markedText(source.slice(from, to));
    return { text: plainText(marked), marked, where: placeAt(from) };
  });
}

/** Where sentences begin and end: at a full stop and the like outside literals and links, before a capital or a literal. */
function spansOf(source: string): { from: number; to: number }[] {
  const masked = source.replace(/``[\s\S]+?``(?!`)|`[^`]+`/g, (whole) => `\`${'x'.repeat(whole.length - 1)}`);
  const ends = [...masked.matchAll(/(?<!\b(?:e\.g|i\.e|vs|cf))[.!?][)"”]?\s+(?=[A-Z`"“(:*]|[#$] )/g)];
  const cuts = [0, ...ends.map((end) => end.index + end[0].length), source.length];
  return cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? 0, to }));
}
