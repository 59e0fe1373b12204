import type { DoubtfulEdit, Reading } from './doubtful-edit.ts';
import { editSection } from './edit-section.ts';
import { type IniLine, type IniSection, readSections } from './ini-lines.ts';

/** A file of settings after an edit, and where the guide could be read in two ways. */
export interface IniEdit {
  readonly text: string;
  readonly doubtful: readonly DoubtfulEdit[];
}

/**
 * Edits a file of settings so that it contains a block of the guide: the block's headers say where its lines belong,
 * lines before a header belong before the file's first one, and a setting that is there already is left as it is.
 * Where the file has the key with another value, a section of the block with an elision (`...`) has its line added, since
 * what is there stays; in one without, the line takes the place of what is there. `always` imposes one of the two.
 */
export function editIni(current: string, block: readonly string[], always?: Reading): IniEdit {
  const lines = current === '' ? [] : current.replace(/\n$/, '').split('\n');
  const doubtful: DoubtfulEdit[] = [];
  let sections: readonly IniSection[] = readSections(lines);
  for (const wanted of readSections(block)) {
    if (!wanted.content.some(({ entry }) => entry.kind === 'setting')) continue;
    const elided = wanted.content.some(({ entry }) => entry.kind === 'elision');
    const at = sections.findLastIndex(({ name }) => name === wanted.name);
    const there = sections[at];
    if (there) {
      const edited = editSection(there, wanted, always ?? (elided ? 'added' : 'replaced'));
      sections = sections.with(at, edited.section);
      doubtful.push(...edited.doubtful);
    } else sections = [...sections, newSection(wanted, sections)];
  }
  const after = sections.flatMap(({ content }) => content.flatMap((line) => line.lines));
  const unchanged = after.length === lines.length && after.every((line, index) => line === lines[index]);
  return { text: unchanged ? current : `${after.join('\n')}\n`, doubtful };
}

/** The first line of a block that is neither a header nor a setting nor a comment: such a block is not about settings. */
export function notIni(block: readonly string[]): string | undefined {
  const all = readSections(block).flatMap(({ content }) => content);
  return all.find(({ entry }) => entry.kind === 'other')?.lines[0];
}

function newSection(wanted: IniSection, before: readonly IniSection[]): IniSection {
  const content = wanted.content.filter(({ entry }) => entry.kind === 'header' || entry.kind === 'setting');
  const last = before.flatMap((section) => section.content).at(-1);
  const gap: IniLine[] =
    last && last.entry.kind !== 'blank' ? [{ entry: { kind: 'blank' }, lines: [''] }] : [];
  return { ...wanted, content: [...gap, ...content] };
}
