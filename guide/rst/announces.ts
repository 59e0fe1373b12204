import type { Block } from './block.ts';

/** Whether a block is prose that ends in a colon: what comes next belongs to it. */
export function announces(block: Block): boolean {
  return block.kind === 'paragraph' && (block.lines.at(-1)?.text.endsWith(':') ?? false);
}
