import type { Report } from '../model/report.ts';
import { cut } from './alert-text.ts';
import { labelOf } from './finding-label.ts';
import { factsOf } from './finding-text.ts';
import type { Issue } from './issues.ts';
import { oneLine, plainText } from './plain-text.ts';
import { counted } from './wording.ts';

// How much of one text, how many targets and how many ids a comment is given.
const most = { text: 600, targets: 10, ids: 10 } as const;

/** An issue in a few words, such as `WARNING (drift) output.2.1: Promised output of …`. */
export function issueTitle(issue: Issue): string {
  const { finding } = issue.variants[0];
  const what = isOne(issue)
    ? `${finding.id}: ${finding.title}`
    : `${counted(idsOf(issue).length, 'check')}: ${few(idsOf(issue), most.ids)}`;
  return cut(oneLine(`${labelOf(issue.variants[0])} ${what}`), 300);
}

/** An issue in a few lines of plain text: on which targets, expected, got, why, how to mend it. */
export function issueText(issue: Issue, { targets }: Report): string {
  const { variants } = issue;
  const standIns = new Set(targets.flatMap(({ id, kind }) => (kind === 'stand-in' ? [id] : [])));
  const named = issue.targets.map((id) => (standIns.has(id) ? `${id} (rehearsed on a stand-in)` : id));
  const told = factsOf(variants[0].finding).filter(
    ([label]) => label !== 'guide' && (label === 'why' || isOne(issue)),
  );
  return [
    `on: ${few(named, most.targets)}`,
    ...told.map(([label, text]) => `${label}: ${cut(plainText(text).trim(), most.text)}`),
    ...(isOne(issue) && variants.length > 1
      ? [`${counted(variants.length - 1, 'other answer')}: see findings.json`]
      : []),
  ].join('\n');
}

function isOne(issue: Issue): boolean {
  return idsOf(issue).length === 1;
}

function idsOf({ variants }: Issue): readonly string[] {
  return [...new Set(variants.map(({ finding }) => finding.id))];
}

function few(names: readonly string[], count: number): string {
  const shown = cut(names.slice(0, count).map(oneLine).join(', '), most.text);
  return names.length > count ? `${shown} and ${names.length - count} more` : shown;
}
