import { announces } from './rst/announces.ts';
import type { Block, Item } from './rst/block.ts';

/**
 * Puts blocks that stand between the items of a list, dedented out of the item before them, back into that item:
 * a code block that the item announces, and all there is up to the list's next item if none of it announces anything.
 */
export function adoptStrays(blocks: readonly Block[]): Block[] {
  const adopted: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const strays = block.kind === 'item' ? straysOf(block, blocks.slice(at + 1)) : [];
    adopted.push(block.kind === 'item' ? { ...block, blocks: [...block.blocks, ...strays] } : block);
    at += strays.length;
  }
  return adopted;
}

/** The blocks out of those that follow an item that belong to it although they stand outside it. */
export function straysOf(item: Item, following: readonly Block[]): readonly Block[] {
  const length = following.findIndex((block) => block.kind === 'item' || block.kind === 'title');
  const between = length < 0 ? following : following.slice(0, length);
  const next = following[length];
  const listGoesOn = next?.kind === 'item' && (next.marker === 'bullet') === (item.marker === 'bullet');
  if (listGoesOn && !between.some(announces)) return between;
  const last = item.blocks.at(-1);
  if (!last || !announces(last)) return [];
  const end = between.findIndex((block) => block.kind !== 'code');
  return end < 0 ? between : between.slice(0, end);
}
