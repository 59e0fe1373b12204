import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Chapter, ChapterBlock } from '../model/chapter.ts';
import { distributionTags } from '../model/distribution.ts';
import { readChapter } from './read-chapter.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

/** A chapter in lines that a test can be read by: lines of the guide, kind, and what it says. */
function told({ files }: Chapter): string[] {
  return files.flatMap(({ blocks }) => blocks.flatMap((block) => tell(block, '')));
}

function tell(block: ChapterBlock, indent: string): string[] {
  const line = `${indent}${block.where.line}-${block.lastLine} ${block.kind}`;
  const inner = 'blocks' in block ? block.blocks.flatMap((child) => tell(child, `${indent}  `)) : [];
  return [`${line} ${wordsOf(block)}`, ...inner];
}

function wordsOf(block: ChapterBlock): string {
  if (block.kind === 'heading') return `${block.level} ${block.text}`;
  if (block.kind === 'prose')
    return block.sentences
      .map(
        ({ where, spans }) =>
          `${where.line}:${spans.map(({ text, literal }) => (literal ? `[${text}]` : text)).join('')}`,
      )
      .join(' / ');
  if (block.kind === 'item') return block.marker;
  if (block.kind === 'branch') return `${block.condition} = ${block.tags.join(',')}`;
  if (block.kind === 'aside') return block.name;
  return block.lines.map(({ line, text }) => `${line}:${text}`).join(' / ');
}

test('every block of the bundled chapter is there, with its lines and the distributions that see it', () => {
  const chapter = readChapter(undefined, distributionTags);
  expect(chapter.files.map(({ path, tags }) => [path, tags])).toEqual([
    ['guide/message-queue.rst', distributionTags],
  ]);
  const lines = told(chapter);
  expect(lines[0]).toBe('1-1 heading 1 Message queue');
  expect(lines).toEqual(
    expect.arrayContaining([
      '15-15 heading 2 Install and configure components',
      '18-36 item 1',
      '  20-24 branch ubuntu or debian = ubuntu,debian',
      '    22-24 code 24:# apt-get install rabbitmq-server',
      '38-85 branch rdo or obs = rdo,obs',
      '    48-68 branch obs = obs',
      '        53-54 prose 53:Copy the [/usr/lib/systemd/system/epmd.socket] file to the [/etc/systemd/system] directory.',
      '        59-63 code 61:[Socket] / 62:... / 63:ListenStream=MANAGEMENT_INTERFACE_IP_ADDRESS:4369',
    ]),
  );
});

test('a sentence knows its own line', () => {
  const prose = told(readChapter(undefined, ['debian'])).find((line) => line.startsWith('4-13 prose'));
  expect(prose).toContain('4:The services of an OpenStack');
  expect(prose).toContain(' / 6:It usually lives on the controller node');
});

test('of a folder, the files for the distributions asked for', () => {
  const { files } = readChapter(fixture('per-distribution'), ['debian', 'obs']);
  expect(files.map(({ tags }) => tags)).toEqual([['debian'], ['obs']]);
});

test('an included file keeps its own lines, and notes hold what is in them', () => {
  const included = told(readChapter(fixture('including.rst'), ['debian']));
  expect(included).toContain('7-7 item 1');
  expect(told(readChapter(fixture('notes.rst'), ['debian']))).toContain('  16-18 aside warning');
});

test('a literal that is left open is shown as it stands', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'chapter-')), 'chapter.rst');
  writeFileSync(path, 'Broker\n======\n\nReplace ``RABBIT_PASS with a password.\nAnd so on.\n');
  const chapter = readChapter(path, ['debian']);
  expect(told(chapter).at(-1)).toBe('4-5 prose 4:Replace ``RABBIT_PASS with a password. And so on.');
});
