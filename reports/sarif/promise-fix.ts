import type { Finding } from '../../model/finding.ts';
import { plainText } from '../plain-text.ts';

/** A piece of a file, from a column to a column, both counted from 1 in UTF-16 code units; the last is not part of it. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What to put in place of a region of the guide. */
export interface PromiseFix {
  readonly region: Region;
  readonly text: string;
}

// Longer output is not shown in a guide: its author has to choose what matters.
const longest = 1_000;

/**
 * For promised output that is no longer true: the guide's own lines, and what was really printed, indented alike.
 * Absent for anything else, and where `source`, the text of the guide's file, does not have the promised lines there.
 */
export function promiseFix(finding: Finding, source: string | undefined): PromiseFix | undefined {
  const { id, outcome, where, expected, actual } = finding;
  if (!id.startsWith('output.') || outcome !== 'fail' || !expected || !actual || !source) return undefined;
  const printed = plainText(actual).trim();
  const promised = expected.split('\n');
  const shown = source.split('\n').slice(where.line - 1, where.line - 1 + promised.length);
  const inPlace = promised.every((line, index) => line.trim() === shown[index]?.trim());
  if (!inPlace || printed === '' || printed.length > longest) return undefined;
  const indentation = /^\s*/.exec(shown[0] ?? '')?.[0] ?? '';
  return {
    region: {
      startLine: where.line,
      startColumn: indentation.length + 1,
      endLine: where.line + promised.length - 1,
      endColumn: (shown.at(-1) ?? '').trimEnd().length + 1,
    },
    text: printed.split('\n').join(`\n${indentation}`),
  };
}
