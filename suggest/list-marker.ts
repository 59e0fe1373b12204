import { indentOf } from './console-style.ts';
import type { Edit } from './proposal.ts';

/** How a line begins that is an item of a list, or a paragraph: then `marker` is empty. */
export interface Beginning {
  readonly indentation: string;
  /** With the space behind it, such as `* ` or `2. `. */
  readonly marker: string;
  readonly text: string;
}

const form = /^(\s*)((?:[*+•-]|#[.)]|\d+[.)]|\(\d+\)|[a-y][.)])\s+)?(.*)$/;
const number = /^(\(?)(\d+|[a-y])([.)]\s+)$/;

/** Takes the beginning of a line apart. */
export function beginningOf(line: string): Beginning {
  const [, indentation = '', marker = '', text = ''] = form.exec(line) ?? [];
  return { indentation, marker, text };
}

/**
 * The edits that number the items of a list anew, from the one at `line` on, to make room before it; none where the list
 * is not numbered by hand. Absent where a number would grow wider, since all that is indented under it would have to move.
 */
export function renumbered(
  lines: readonly string[],
  line: number,
  file: string,
): readonly Edit[] | undefined {
  const { indentation, marker } = beginningOf(lines[line - 1] ?? '');
  if (!number.test(marker)) return [];
  const edits: Edit[] = [];
  for (let at = line - 1; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || indentOf(text) > indentation.length || /^\s*\.\. end\w*\s*$/.test(text))
      continue;
    const item = beginningOf(text);
    if (item.indentation !== indentation || !number.test(item.marker)) break;
    const next = nextMarker(item.marker);
    if (next.length !== item.marker.length) return undefined;
    edits.push({ file, line: at + 1, removed: 1, lines: [`${indentation}${next}${item.text}`] });
  }
  return edits;
}

function nextMarker(marker: string): string {
  return marker.replace(number, (_, open: string, label: string, close: string) => {
    const next = /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
    return open + next + close;
  });
}
