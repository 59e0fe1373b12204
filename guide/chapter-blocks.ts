import type { ChapterBlock, ChapterLine, Prose, Span } from '../model/chapter.ts';
import { distributionTags } from '../model/distribution.ts';
import { GuideError } from './guide-error.ts';
import { markedText } from './inline-text.ts';
import type { Block, Item, Paragraph } from './rst/block.ts';
import type { SourceLine } from './rst/source-line.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** Blocks of RST as a report shows them; a title's level is the place of its style in `styles`, which grows as new ones are met. */
export function chapterBlocks(blocks: readonly Block[], styles: string[] = []): ChapterBlock[] {
  return blocks.map((block) => chapterBlock(block, styles));
}

function chapterBlock(block: Block, styles: string[]): ChapterBlock {
  const { where } = block;
  switch (block.kind) {
    case 'title':
      return {
        kind: 'heading',
        where,
        lastLine: where.line,
        level: levelOf(block.style, styles),
        text: block.text,
      };
    case 'paragraph':
      return prose(block);
    case 'code':
      return { kind: 'code', where, ...extent(where.line, block.lines), language: block.language };
    case 'directive':
      return {
        kind: 'directive',
        where,
        ...extent(where.line, block.lines),
        name: block.name,
        argument: block.argument,
      };
    default:
      return { ...holder(block), ...inside(block, styles) };
  }
}

type Holder = Extract<Block, { blocks: readonly Block[] }>;

function holder(block: Holder) {
  const { where } = block;
  if (block.kind === 'item') return { kind: 'item', where, marker: markerOf(block) } as const;
  if (block.kind === 'admonition') return { kind: 'aside', where, name: block.name } as const;
  const tags = distributionTags.filter((tag) => block.expression(tag));
  return { kind: 'branch', where, condition: block.text, tags } as const;
}

function inside({ where, blocks }: Holder, styles: string[]) {
  const inner = chapterBlocks(blocks, styles);
  // What another file brings in has lines of its own.
  const own = inner.filter((block) => block.where.file === where.file);
  return { blocks: inner, lastLine: Math.max(where.line, ...own.map((block) => block.lastLine)) };
}

function levelOf(style: string, styles: string[]): number {
  if (!styles.includes(style)) styles.push(style);
  return styles.indexOf(style) + 1;
}

function markerOf({ marker }: Item): string {
  if (marker === 'bullet') return '•';
  return marker === 'auto' ? '#' : `${marker}`;
}

function extent(from: number, source: readonly SourceLine[]) {
  const lines: ChapterLine[] = source.map(({ line, text }) => ({ line, text }));
  return { lines, lastLine: lines.at(-1)?.line ?? from };
}

function prose(paragraph: Paragraph): Prose {
  const { where, lines } = paragraph;
  const sentences = sentencesIn(paragraph).map((sentence) => ({
    where: sentence.where,
    spans: spansOf(sentence.marked),
  }));
  return { kind: 'prose', where, lastLine: lines.at(-1)?.line ?? where.line, sentences };
}

/** A paragraph that cannot be taken apart is still shown, as one sentence. */
function sentencesIn(paragraph: Paragraph): readonly Pick<Sentence, 'marked' | 'where'>[] {
  try {
    return sentencesOf(paragraph);
  } catch (error) {
    if (!(error instanceof GuideError)) throw error;
    const source = paragraph.lines.map(({ text }) => text).join('\n');
    return [{ marked: markedText(source), where: paragraph.where }];
  }
}

function spansOf(marked: string): Span[] {
  return marked
    .split(/(``.+?``(?!`))/)
    .map((text, index) => (index % 2 ? { text: text.slice(2, -2), literal: true } : { text, literal: false }))
    .filter(({ text }) => text !== '');
}
