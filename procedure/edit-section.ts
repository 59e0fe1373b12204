import type { DoubtfulEdit, Reading } from './doubtful-edit.ts';
import type { IniLine, IniSection } from './ini-lines.ts';

interface EditedSection {
  readonly section: IniSection;
  readonly doubtful: readonly DoubtfulEdit[];
}

/** Puts the settings of one section of a guide's block into the section that a file has, key by key. */
export function editSection(there: IniSection, wanted: IniSection, reading: Reading): EditedSection {
  const doubtful: DoubtfulEdit[] = [];
  let { content } = there;
  for (const key of new Set(wanted.content.flatMap((line) => keyOf(line) ?? []))) {
    const lines = wanted.content.filter((line) => keyOf(line) === key);
    const present = content.filter((line) => keyOf(line) === key);
    const missing = lines.filter((line) => !present.some((one) => setTo(one) === setTo(line)));
    const [first] = present;
    if (missing.length === 0) continue;
    if (first) {
      const section = there.name === undefined ? {} : { section: there.name };
      const was = present.map(textOf);
      doubtful.push(...missing.map((line) => ({ line: textOf(line), ...section, present: was, reading })));
    }
    content =
      first && reading === 'replaced'
        ? exchange(content, first, lines)
        : insert(content, missing, standsBeforeElision(lines, wanted));
  }
  return { section: { ...there, content }, doubtful };
}

/** What the guide shows above a `...` belongs above what is there already. */
function standsBeforeElision(lines: readonly IniLine[], { content }: IniSection): boolean {
  const elision = content.findIndex(({ entry }) => entry.kind === 'elision');
  return lines.some((line) => content.indexOf(line) < elision);
}

function exchange(
  content: readonly IniLine[],
  first: IniLine,
  lines: readonly IniLine[],
): readonly IniLine[] {
  const key = keyOf(first);
  return content.flatMap((line) => (line === first ? lines : keyOf(line) === key ? [] : [line]));
}

function insert(
  content: readonly IniLine[],
  lines: readonly IniLine[],
  atFront: boolean,
): readonly IniLine[] {
  const firstSetting = content.findIndex((line) => keyOf(line) !== undefined);
  return content.toSpliced(atFront && firstSetting >= 0 ? firstSetting : endOf(content), 0, ...lines);
}

/** Behind the last setting; without one, below the header; without a header, below the comments on the file. */
function endOf(content: readonly IniLine[]): number {
  const last = content.findLastIndex(({ entry }) => entry.kind === 'setting' || entry.kind === 'other');
  if (last >= 0) return last + 1;
  if (content[0]?.entry.kind === 'header') return 1;
  return content.findLastIndex(({ entry }) => entry.kind !== 'blank') + 1;
}

function keyOf({ entry }: IniLine): string | undefined {
  return entry.kind === 'setting' ? entry.key : undefined;
}

function setTo({ entry }: IniLine): string | undefined {
  return entry.kind === 'setting' ? entry.value : undefined;
}

function textOf({ lines }: IniLine): string {
  return lines.join('\n').trim();
}
