import { linesOf } from './source-lines.ts';

/** How a file of the guide writes the block of a terminal. */
export interface ConsoleStyle {
  /** Such as `.. code-block:: console`. */
  readonly directive: string;
  /** How many columns its lines stand deeper than the directive. */
  readonly depth: number;
  /** The comment that closes it, where there is one. */
  readonly end?: string;
}

const directive =
  /^(\s*)(?:(?:[*+-]|#[.)]|\w+[.)]) +)?(\.\. (?:code-block|sourcecode|code):: +(?:console|shell-session|bash-session|shell|bash|sh))\s*$/;

/** The style of the block for a root shell that comes last before a line, otherwise of the first behind it. */
export function consoleStyle(source: string, line: number): ConsoleStyle {
  const lines = linesOf(source);
  const starts = lines.flatMap((text, index) => (directive.test(text) ? [index] : []));
  const before = starts.filter((index) => index < line - 1).reverse();
  const after = starts.filter((index) => index >= line - 1);
  const styles = [...before, ...after].map((index) => styleAt(lines, index));
  return styles.find((style) => style !== undefined) ?? { directive: '.. code-block:: console', depth: 3 };
}

function styleAt(lines: readonly string[], index: number): ConsoleStyle | undefined {
  const [, , name = ''] = directive.exec(lines[index] ?? '') ?? [];
  const column = (lines[index] ?? '').indexOf('.. ');
  const first = lines.slice(index + 1).find((line) => line.trim() !== '');
  if (first === undefined || !first.trim().startsWith('# ')) return undefined;
  const after = lines.slice(index + 1).find((line) => line.trim() !== '' && indentOf(line) <= column);
  const end = after && /^\.\. end\w*$/.test(after.trim()) ? after.trim() : undefined;
  return { directive: name, depth: indentOf(first) - column, ...(end !== undefined && { end }) };
}

/** How many columns a line is indented. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
