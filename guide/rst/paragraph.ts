import { malformed } from '../guide-error.ts';
import type { Block } from './block.ts';
import type { BlockForm } from './block-form.ts';
import { endOfIndented, evenly } from './directive-body.ts';
import { beginsItem } from './item.ts';
import { indentOf, isBlank, placeOf, type SourceLine, trimBlank } from './source-line.ts';

/** Prose up to a blank line, and the literal block that a `::` at its end announces. */
export const paragraph: BlockForm = (lines, at) => {
  const end = endOfProse(lines, at);
  const prose = lines.slice(at, end);
  const last = prose.at(-1);
  if (!last) return undefined;
  prose.forEach((line, index) => {
    refuseHiddenMarkup(line, prose[index - 1]);
  });
  if (!last.text.endsWith('::')) return { blocks: [prosed(prose)], next: end };
  const next = endOfIndented(lines, end);
  return { blocks: [...announcing(prose, last), literal(lines.slice(end, next), last)], next };
};

/** What begins one line down and deeper, and is not the rest of a sentence, is a definition: its term stands alone. */
function endOfProse(lines: readonly SourceLine[], at: number): number {
  const below = lines[at + 1];
  if (below && indentOf(below) > 0 && !carriesOn(below.text.trim())) return at + 1;
  const length = lines.slice(at).findIndex(isBlank);
  return length < 0 ? lines.length : at + length;
}

function carriesOn(text: string): boolean {
  return /^[a-z\d`"'“(]/.test(text) && !beginsItem(text);
}

/** RST takes these for words of the paragraph, so the guide's reader would not see a block or a list. */
function refuseHiddenMarkup(line: SourceLine, before: SourceLine | undefined): void {
  if (!before) return;
  const list = /^ *(?:\.\. [\w-]+::|#\. |[*+-] )/.test(line.text);
  const announced = before.text.endsWith('::') || (before.text.endsWith(':') && beginsItem(line.text));
  if (!list && !announced) return;
  throw malformed(
    line,
    'a blank line before a block or a list',
    `“${line.text.trim()}” right under a paragraph`,
  );
}

function prosed(lines: readonly SourceLine[]): Block {
  return { kind: 'paragraph', where: placeOf(lines[0] as SourceLine), lines };
}

/** The prose without its `::`: one colon stays where a word stands before it. */
function announcing(prose: readonly SourceLine[], last: SourceLine): Block[] {
  const text = last.text.replace(/\s+::$|^::$/, '').replace(/::$/, ':');
  const kept = [...prose.slice(0, -1), { ...last, text }].filter((line) => line.text.trim());
  return kept.length > 0 ? [prosed(kept)] : [];
}

function literal(below: readonly SourceLine[], announcement: SourceLine): Block {
  const lines = evenly(trimBlank(below));
  const [first] = lines;
  if (!first) throw malformed(announcement, 'an indented block after “::”', 'none');
  return { kind: 'code', where: placeOf(first), language: 'none', lines };
}
