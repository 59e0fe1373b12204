import type { ChapterLine, CodeBlock, Prose } from '../../model/chapter.ts';
import type { Leaf } from './chapter-rows.ts';
import { el, type View } from './el.ts';

/** A piece of the guide as its reader sees it, with the lines of the source in the margin. */
export function chapterText(leaf: Leaf): View {
  switch (leaf.kind) {
    case 'heading':
      return el(`h${Math.min(leaf.level + 2, 6)}`, null, lineNumber(leaf.where.line), leaf.text);
    case 'prose':
      return prose(leaf);
    case 'code':
      return code(leaf);
    default:
      return el(
        'pre',
        { class: 'code' },
        lineNumber(leaf.where.line),
        `.. ${leaf.name}:: ${leaf.argument}\n`,
        lines(leaf.lines),
      );
  }
}

function prose({ sentences }: Prose): View {
  return el(
    'p',
    null,
    sentences.map(({ where, spans }, index) => [
      index > 0 ? ' ' : null,
      el(
        'span',
        { class: 'sentence' },
        index === 0 ? lineNumber(where.line) : null,
        spans.map(({ text, literal }) => (literal ? el('code', null, text) : text)),
      ),
    ]),
  );
}

function code(leaf: CodeBlock): View {
  return el('pre', { class: 'code', 'data-language': leaf.language }, lines(leaf.lines));
}

function lines(all: readonly ChapterLine[]): View[] {
  return all.map(({ line, text }) => el('span', { class: 'source' }, lineNumber(line), text, '\n'));
}

function lineNumber(line: number): View {
  return el('span', { class: 'number' }, el('span', { class: 'aloud' }, 'line '), line, ' ');
}
