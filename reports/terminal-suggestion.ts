import pc from 'picocolors';
import type { Report } from '../model/report.ts';
import { oneLine } from './plain-text.ts';
import { findingPhrase, patchRemarks, suggestionSentence } from './suggestion-text.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { wrap } from './wrap.ts';

/** The patch that the run suggests, how to apply it, and what it leaves as it is; empty where none was asked for. */
export function suggestionLines(
  { suggestion }: Report,
  { colour, width }: TerminalOptions,
): readonly string[] {
  if (!suggestion) return [];
  const { bold } = pc.createColors(colour);
  const { patch, leftOut } = suggestion;
  const point = (text: string) => wrap(oneLine(text), width, '  - ', '    ');
  return [
    bold('Suggested patch'),
    ...wrap(suggestionSentence(suggestion), width, '  '),
    ...(patch ? [`  ${oneLine(patch.apply)}`, ...patchRemarks(patch).flatMap(point)] : []),
    ...leftOut.flatMap((left) => point(`left as it is: ${findingPhrase(left)}: ${left.reason}`)),
  ];
}
