import type { SourceLocation } from '../model/source-location.ts';
import { isInstruction } from './instruction.ts';
import type { Block, Title } from './rst/block.ts';
import { sentencesOf } from './sentence.ts';

/** The part of a chapter that tells the reader what to do. */
export interface Section {
  readonly title: string;
  readonly where: SourceLocation;
  readonly blocks: readonly Block[];
}

interface Part {
  readonly title?: Title;
  readonly blocks: readonly Block[];
}

/**
 * The chapter from the first section with numbered steps or code blocks to its end (without such a one, from the first
 * with any list); in the chapter's own part, what stands before the first step or instruction is introduction.
 */
export function procedureSection(blocks: readonly Block[]): Section | undefined {
  const parts = partsOf(blocks);
  const first = parts.findIndex((part) => part.blocks.some(instructs));
  const start =
    first >= 0 ? first : parts.findIndex((part) => part.blocks.some((block) => block.kind === 'item'));
  const part = parts[start];
  const head = part?.blocks[0];
  if (!part || !head) return undefined;
  const introduced = start <= parts.findIndex(({ title }) => title);
  const own = introduced ? part.blocks.slice(part.blocks.findIndex(begins)) : part.blocks;
  const rest = parts.slice(start + 1).flatMap(({ title, blocks: more }) => (title ? [title, ...more] : more));
  return { title: part.title?.text ?? '', where: part.title?.where ?? head.where, blocks: [...own, ...rest] };
}

function partsOf(blocks: readonly Block[]): Part[] {
  const parts: { title?: Title; blocks: Block[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'title') parts.push({ title: block, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** Whether a block is a numbered step, or holds a code block. */
function instructs(block: Block): boolean {
  if (block.kind === 'code') return true;
  if (block.kind === 'item') return block.marker !== 'bullet' || block.blocks.some(instructs);
  return block.kind === 'admonition' && block.blocks.some(instructs);
}

function begins(block: Block): boolean {
  if (block.kind === 'paragraph') return sentencesOf(block).some(({ text }) => isInstruction(text));
  return block.kind === 'item' || instructs(block);
}
