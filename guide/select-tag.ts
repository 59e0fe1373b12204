import { adoptStrays } from './adopt-strays.ts';
import type { Block } from './rst/block.ts';

/** The blocks that a reader with the tag sees; what stands under an `only` takes the place of the `only`. */
export function selectTag(blocks: readonly Block[], tag: string): Block[] {
  return adoptStrays(blocks.flatMap((block) => selectBlock(block, tag)));
}

function selectBlock(block: Block, tag: string): Block[] {
  if (block.kind === 'only') {
    return block.expression(tag) ? block.blocks.flatMap((inner) => selectBlock(inner, tag)) : [];
  }
  if (block.kind === 'item' || block.kind === 'admonition') {
    return [{ ...block, blocks: selectTag(block.blocks, tag) }];
  }
  return [block];
}
