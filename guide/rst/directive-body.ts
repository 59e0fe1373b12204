import { malformed } from '../guide-error.ts';
import { dedent, indentOf, isBlank, type SourceLine, trimBlank } from './source-line.ts';

/** A directive as it stands in the source; `line` is where its name is. */
export interface RawDirective {
  readonly name: string;
  readonly argument: string;
  readonly line: SourceLine;
  /** All that is indented under it, indentation still in place. */
  readonly under: readonly SourceLine[];
}

/** Index of the first line from `at` that is neither blank nor indented. */
export function endOfIndented(lines: readonly SourceLine[], at: number): number {
  const length = lines.slice(at).findIndex((line) => !isBlank(line) && indentOf(line) === 0);
  return length < 0 ? lines.length : at + length;
}

/**
 * The content of a directive, options and indentation taken off; empty when there is none.
 * @throws GuideError `malformed` without a blank line before the content, or with a line out of step with the first.
 */
export function contentOf(directive: RawDirective): SourceLine[] {
  const options = directive.under.findIndex((line) => !/^ +:[\w-]+:/.test(line.text));
  const rest = options < 0 ? [] : directive.under.slice(options);
  const first = rest[0];
  if (first && !isBlank(first)) {
    throw malformed(
      first,
      `a blank line between “.. ${directive.name}::” and its content`,
      `“${first.text.trim()}”`,
    );
  }
  return evenly(trimBlank(rest));
}

/** Lines with the first line's indentation taken off; throws GuideError `malformed` when one has less. */
export function evenly(lines: readonly SourceLine[]): SourceLine[] {
  const depth = lines[0] ? indentOf(lines[0]) : 0;
  const content = lines.map((line) => (isLooseEnd(line, depth) ? { ...line, text: '' } : line));
  const shallow = content.find((line) => !isBlank(line) && indentOf(line) < depth);
  if (shallow) {
    const expected = `the indentation of line ${lines[0]?.line}, or none`;
    throw malformed(shallow, expected, `${depth - indentOf(shallow)} columns less`);
  }
  return dedent(content, depth);
}

/** A closing comment out of line says nothing to RST: what is content is decided by indentation alone. */
function isLooseEnd(line: SourceLine, depth: number): boolean {
  return indentOf(line) < depth && /^ *\.\. end(?:only)?$/.test(line.text);
}
