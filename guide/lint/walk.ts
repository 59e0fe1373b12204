import type { Block } from '../rst/block.ts';

/** All blocks at whatever depth, each before what it holds. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if ('blocks' in block) yield* allBlocks(block.blocks);
  }
}

/** The lists of blocks that stand side by side at whatever depth, as they are given. */
export function* allLevels(blocks: readonly Block[]): Generator<readonly Block[]> {
  yield blocks;
  for (const block of blocks) if ('blocks' in block) yield* allLevels(block.blocks);
}

/** The blocks that a reader with the tag sees side by side, blocks outside the item they belong to left where they are. */
export function seenBy(blocks: readonly Block[], tag: string): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'only') return block.expression(tag) ? seenBy(block.blocks, tag) : [];
    return 'blocks' in block ? [{ ...block, blocks: seenBy(block.blocks, tag) }] : [block];
  });
}
