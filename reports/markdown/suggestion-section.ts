import type { Report } from '../../model/report.ts';
import { findingPhrase, patchRemarks, suggestionSentence } from '../suggestion-text.ts';
import { code, fenced, words } from './markdown-text.ts';

/** The patch that the run suggests, with what it leaves as it is, as a section; none where none was asked for. */
export function suggestionSection({ suggestion }: Report): readonly string[] {
  if (!suggestion) return [];
  const { patch, leftOut } = suggestion;
  const points = [
    ...(patch
      ? [`- Apply it: ${code(patch.apply)}`, ...patchRemarks(patch).map((remark) => `- ${words(remark)}`)]
      : []),
    ...leftOut.map((left) => `- Left as it is: ${words(`${findingPhrase(left)}: ${left.reason}`)}`),
  ];
  const sections = [
    `### Suggested patch: ${words(suggestionSentence(suggestion))}`,
    points.join('\n'),
    ...(patch ? [fenced(patch.diff.trimEnd().split('\n'), 'diff')] : []),
  ];
  return [sections.filter((section) => section !== '').join('\n\n')];
}
