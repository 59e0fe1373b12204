import { indentOf, isBlank, placeOf, type SourceLine } from '../../rst/source-line.ts';
import type { Defect, LintRule } from '../lint-rule.ts';

/** Closing comments that are missing, left over or out of line, in a chapter that uses them; RST itself needs none. */
export const closingComment: LintRule = {
  id: 'closing-comment',
  severity: 'warning',
  find({ files }) {
    const used = files.some(({ lines }) => lines.some((line) => closerIn(line)));
    return used ? files.flatMap(({ lines }) => defectsIn(lines)) : [];
  },
};

/** A directive that has begun and was not closed yet. */
interface Open {
  readonly closer: string;
  readonly line: SourceLine;
}

function closerIn(line: SourceLine): string | undefined {
  return /^ *(\.\. end(?:only)?)$/.exec(line.text)?.[1];
}

function openedBy(line: SourceLine): Open[] {
  const name = /^ *\.\. (only|code-block|sourcecode|code)::/.exec(line.text)?.[1];
  return name ? [{ closer: name === 'only' ? '.. endonly' : '.. end', line }] : [];
}

/** A closing comment with nothing open at its own column, and what was open then. */
interface Loose {
  readonly closer: string;
  readonly line: SourceLine;
  readonly open: readonly Open[];
}

/** What is left over on both sides when each comment has closed what begins at its own column. */
interface LeftOver {
  readonly unclosed: Set<Open>;
  readonly loose: Loose[];
}

function defectsIn(lines: readonly SourceLine[]): Defect[] {
  const { unclosed, loose } = leftOverIn(lines);
  const misplaced = loose.map(({ closer, line, open }) => {
    const meant = open.findLast((each) => each.closer === closer && unclosed.has(each));
    if (!meant) return superfluous(closer, line);
    unclosed.delete(meant);
    return outOfLine(meant, line);
  });
  return [...misplaced, ...[...unclosed].map(missing)];
}

function leftOverIn(lines: readonly SourceLine[]): LeftOver {
  const left: LeftOver = { unclosed: new Set(), loose: [] };
  let open: readonly Open[] = [];
  for (const line of lines.filter((each) => !isBlank(each))) {
    const closer = closerIn(line);
    const level = open.findLastIndex(
      (each) => each.closer === closer && indentOf(each.line) === indentOf(line),
    );
    if (closer && level < 0) left.loose.push({ closer, line, open });
    // A comment closes what stands at its column; other text no deeper than a directive stands behind it.
    const last = closer ? level : open.findIndex((each) => indentOf(each.line) >= indentOf(line));
    const ended = last < 0 ? [] : open.slice(closer ? last + 1 : last);
    for (const each of ended) left.unclosed.add(each);
    open = [...(last < 0 ? open : open.slice(0, last)), ...openedBy(line)];
  }
  for (const each of open) left.unclosed.add(each);
  return left;
}

function superfluous(closer: string, line: SourceLine): Defect {
  return { where: placeOf(line), expected: `something open that “${closer}” closes`, got: 'nothing' };
}

function missing({ closer, line }: Open): Defect {
  return {
    where: placeOf(line),
    about: `“${line.text.trim()}”`,
    expected: `“${closer}” below it, for the chapter uses closing comments`,
    got: 'none',
  };
}

function outOfLine({ closer, line }: Open, comment: SourceLine): Defect {
  return {
    where: placeOf(comment),
    about: `“${closer}”`,
    expected: `column ${indentOf(line) + 1}, as “${line.text.trim()}” on line ${line.line}`,
    got: `column ${indentOf(comment) + 1}`,
  };
}
