import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distributionTags } from '../model/distribution.ts';
import type { Action, Procedure } from '../model/procedure.ts';
import { plainText } from './inline-text.ts';
import { procedureOf } from './procedure-of.ts';
import { readDocument } from './read-guide.ts';
import type { Block } from './rst/block.ts';
import type { SourceLine } from './rst/source-line.ts';
import { procedureSection } from './section.ts';
import { selectTag } from './select-tag.ts';

const folder = 'guide/fixtures';
const inFolder = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const guides = [
  'guide/message-queue.rst',
  ...inFolder.filter((name) => name.endsWith('.rst')).map((name) => `${folder}/${name}`),
];
const chapters = guides.filter((name) => !name.includes('/parts/'));

/** All that a procedure says, word after word; what stands in two actions may stand here twice. */
function wordsOf({ steps }: Procedure): string {
  const texts = steps.flatMap((step) => [step.title, ...step.actions.flatMap(textsOf)]);
  return ` ${texts.join(' ').split(/\s+/).map(bare).join(' ')} `;
}

function textsOf(action: Action): readonly string[] {
  if (action.kind === 'remedy') return [action.text, ...action.actions.flatMap(textsOf)];
  if (action.kind === 'command') return [action.text, ...(action.promised?.lines ?? [])];
  if (action.kind === 'edit-file') return [action.text, ...action.lines];
  return [action.text];
}

const bare = (word: string) => word.replace(/[.:!?]+$/, '');

/** The lines of prose and of code that a reader with the tag sees, straight from the blocks. */
function linesOf(block: Block): readonly SourceLine[] {
  if (block.kind === 'item' || block.kind === 'admonition') return block.blocks.flatMap(linesOf);
  return block.kind === 'only' || block.kind === 'title' ? [] : block.lines;
}

/** Parts of a line that stand in one sentence: a title and an action may tear a line in two. */
function partsOf({ text }: SourceLine): string[] {
  return plainText(text)
    .split(/(?<=[.:!?])\s+(?=[A-Z])/)
    .map((part) => part.trim().split(/\s+/).map(bare).join(' '));
}

test.each(chapters.flatMap((path) => distributionTags.map((tag) => [path, tag] as const)))(
  'every line of %s is in the procedure for %s',
  (path, tag) => {
    const document = readDocument(path);
    const words = wordsOf(procedureOf(document, tag));
    const lines = procedureSection(selectTag(document.blocks, tag))?.blocks.flatMap(linesOf) ?? [];
    const lost = lines
      .filter((line) => line.text && !/^[#$] *$/.test(line.text))
      .filter((line) => partsOf(line).some((part) => !words.includes(` ${part} `)));
    expect(lines.length).toBeGreaterThan(0);
    expect(lost.map((line) => `${line.file}:${line.line}: ${line.text}`)).toEqual([]);
  },
);

test('every id is given once', () => {
  const idsOf = (action: Action): string[] => {
    if (action.kind === 'remedy') return action.actions.flatMap(idsOf);
    if (action.kind === 'command' && action.promised) return [action.id, action.promised.id];
    return 'id' in action ? [action.id] : [];
  };
  for (const path of chapters) {
    for (const tag of distributionTags) {
      const ids = procedureOf(readDocument(path), tag).steps.flatMap((step) => step.actions.flatMap(idsOf));
      expect(ids.length).toBe(new Set(ids).size);
    }
  }
});
