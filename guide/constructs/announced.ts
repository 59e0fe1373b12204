import { announces } from '../rst/announces.ts';
import type { Block } from '../rst/block.ts';

/** How many blocks stand between a sentence and the list or code block that it announces; `undefined` when it has none. */
export function gapToAnnounced(marked: string, following: readonly Block[]): number | undefined {
  const gap = marked.endsWith(':') ? following.findIndex((block) => !isAside(block)) : 0;
  const kind = following[gap]?.kind;
  return kind === 'code' || kind === 'item' ? gap : undefined;
}

/** Prose and notes that announce nothing themselves, such as what to put for a replaceable. */
function isAside(block: Block): boolean {
  if (block.kind === 'admonition') return block.blocks.every((inner) => inner.kind === 'paragraph');
  return block.kind === 'paragraph' && !announces(block);
}
