import type { Alert } from './alerts.ts';
import { factsOf, summaryOf } from './finding-text.ts';
import { oneLine, plainText } from './plain-text.ts';
import { wellFormed } from './well-formed.ts';

// How much of one text, and how many targets, a place that shows many alerts in a small space is given.
const most = { text: 600, targets: 10 } as const;

/** An alert in one line: what should be, what happened instead, and where. */
export function alertTitle({ finding, distribution }: Alert): string {
  return cut(oneLine(`${finding.title}: ${summaryOf(finding)} (${distribution})`), 400);
}

/** An alert in a few lines of plain text. */
export function alertText({ finding, distribution, targets }: Alert): string {
  const named = targets.slice(0, most.targets).join(', ');
  const more = targets.length > most.targets ? ` and ${targets.length - most.targets} more` : '';
  const told = factsOf(finding).filter(([label]) => label !== 'guide');
  return [
    cut(oneLine(finding.title), most.text),
    cut(`on: ${oneLine(`${named}${more} (${distribution})`)}`, most.text),
    ...told.map(([label, text]) => `${label}: ${cut(plainText(text).trim(), most.text)}`),
  ].join('\n');
}

/** Text of at most so many characters, and where the rest of a longer one is. */
export function cut(text: string, longest: number): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}… (the whole is in findings.json)` : text;
  return wellFormed(shown);
}
