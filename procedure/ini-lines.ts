/** A setting, a section's header, an elision, or anything else that a file of settings holds. */
export type IniEntry = IniSetting | IniHeader | { readonly kind: 'elision' | 'blank' | 'comment' | 'other' };

interface IniSetting {
  readonly kind: 'setting';
  readonly key: string;
  readonly value: string;
}

interface IniHeader {
  readonly kind: 'header';
  readonly name: string;
}

/** An entry with the lines it was read from: more than one where a line ends in a backslash (systemd.syntax(7)). */
export interface IniLine {
  readonly entry: IniEntry;
  readonly lines: readonly string[];
}

/** A run of entries under one header, the header first; `name` is absent for what stands before any header. */
export interface IniSection {
  readonly name?: string;
  readonly content: readonly IniLine[];
}

/** Cuts lines into sections; the first one is what stands before any header, and may be empty. */
export function readSections(lines: readonly string[]): readonly [IniSection, ...IniSection[]] {
  const sections: { name?: string; content: IniLine[] }[] = [];
  let current: IniLine[] = [];
  const first = { content: current };
  for (const line of joinContinued(lines)) {
    if (line.entry.kind === 'header') {
      current = [];
      sections.push({ name: line.entry.name, content: current });
    }
    current.push(line);
  }
  return [first, ...sections];
}

function joinContinued(lines: readonly string[]): readonly IniLine[] {
  const joined: { entry: IniEntry; lines: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    const comment = /^\s*[#;]/.test(line);
    if (open && last) last.lines.push(line);
    else joined.push({ entry: { kind: 'other' }, lines: [line] });
    open = line.endsWith('\\') && (open || !comment);
  }
  return joined.map((line) => ({ ...line, entry: entryOf(line.lines) }));
}

function entryOf(lines: readonly string[]): IniEntry {
  const text = lines.map((line) => line.replace(/\\$/, '').trim()).join(' ');
  if (text === '') return { kind: 'blank' };
  if (text === '...' || text === '…') return { kind: 'elision' };
  if (/^[#;]/.test(text)) return { kind: 'comment' };
  const name = /^\[([^\]]+)\]$/.exec(text)?.[1];
  if (name !== undefined) return { kind: 'header', name };
  const [, key, value] = /^([^=\s][^=]*?)\s*=\s*(.*)$/.exec(text) ?? [];
  return key === undefined || value === undefined ? { kind: 'other' } : { kind: 'setting', key, value };
}
