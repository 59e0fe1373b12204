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

function openedBy(line: SourceLine): Open | undefined {
  const name = /^ *\.\. (only|code-block|sourcecode|code)::/.exec(line.text)?.[1];
  return name ? { closer: name === 'only' ? '.. endonly' : '.. end', line } : undefined;
}

function defectsIn(lines: readonly SourceLine[]): Defect[] {
  const defects: Defect[] = [];
  const open: Open[] = [];
  for (const line of lines.filter((each) => !isBlank(each))) {
    const closer = closerIn(line);
    if (closer) {
      defects.push(...close(open, closer, line));
      continue;
    }
    // Text no deeper than a directive stands behind it.
    while (open.some((each) => indentOf(each.line) >= indentOf(line)))
      defects.push(...unclosed(open.splice(-1)));
    open.push(...[openedBy(line)].filter((each) => each !== undefined));
  }
  return [...defects, ...unclosed(open)];
}

/** Closes what stands at the comment's own column, otherwise what was opened last. */
function close(open: Open[], closer: string, line: SourceLine): Defect[] {
  const fits = (each: Open) => each.closer === closer;
  const level = open.findLastIndex((each) => fits(each) && indentOf(each.line) === indentOf(line));
  const at = level >= 0 ? level : open.findLastIndex(fits);
  const [closed, ...inside] = at < 0 ? [] : open.splice(at);
  if (!closed)
    return [{ where: placeOf(line), expected: `something open that “${closer}” closes`, got: 'nothing' }];
  return [...unclosed(inside), ...(level < 0 ? [outOfLine(closed, line)] : [])];
}

function unclosed(open: readonly Open[]): Defect[] {
  return open.map(({ closer, line }) => ({
    where: placeOf(line),
    about: `“${line.text.trim()}”`,
    expected: `“${closer}” below it, for the chapter uses closing comments`,
    got: 'none',
  }));
}

function outOfLine({ closer, line }: Open, comment: SourceLine): Defect {
  return {
    where: placeOf(comment),
    about: `“${closer}”`,
    expected: `column ${indentOf(line) + 1}, as “${line.text.trim()}” on line ${line.line}`,
    got: `column ${indentOf(comment) + 1}`,
  };
}
