import pc from 'picocolors';
import { severities } from '../model/finding.ts';
import { fewNames } from '../reports/few-names.ts';
import { factsOf, labelled, placeOf } from '../reports/finding-text.ts';
import { mapKey } from '../reports/map-key.ts';
import { oneLine, plainText } from '../reports/plain-text.ts';
import { listed } from '../reports/wording.ts';
import type { Change, ChangeKind, RunDiff } from '../runs/diff-reports.ts';
import type { DiffVerdict } from './judge-diff.ts';

const sections: readonly (readonly [kind: ChangeKind, heading: string, detailed: boolean])[] = [
  ['fresh', 'New', true],
  ['newlyUnchecked', 'Could be checked before, cannot be now', true],
  ['stillThere', 'Still there', false],
  ['stillUnchecked', 'Still cannot be checked', false],
  ['fixed', 'Fixed', false],
  ['gone', 'Not looked for any more', false],
  ['checkedAgain', 'Can be checked again', false],
];

/** What changed between two runs: what is new in detail, everything else in a line each, then the sum of it. */
export function renderDiff(diff: RunDiff, verdict: DiffVerdict, colour: boolean): string {
  const { bold, red, green } = pc.createColors(colour);
  const blocks = sections.flatMap(([kind, heading, detailed]) => {
    const changes = diff[kind];
    if (changes.length === 0) return [];
    const told = grouped(changes, detailed).map((group) => groupText(group, detailed));
    return [[bold(`${heading} (${changes.length})`), ...told].join('\n')];
  });
  const sum = verdict.exitCode === 0 ? green(sumOf(diff, verdict)) : red(sumOf(diff, verdict));
  return `${[...blocks, ...targetNotes(diff), bold(sum)].join('\n\n')}\n`;
}

interface Group {
  readonly change: Change;
  readonly targets: string[];
}

// What several targets say alike is told once, without details even where it is in slightly other words; worst first.
function grouped(changes: readonly Change[], detailed: boolean): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const { target, durationMs: _, ...said } = change.finding;
    const { severity, id, title, where } = said;
    const key = mapKey(detailed ? [said, change.before?.outcome] : [severity, id, title, where]);
    const group = groups.get(key) ?? { change, targets: [] };
    group.targets.push(target);
    groups.set(key, group);
  }
  const rank = ({ change }: Group) => severities.indexOf(change.finding.severity);
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b));
}

function groupText({ change: { finding, before }, targets }: Group, detailed: boolean): string {
  const on = fewNames(targets);
  const place = oneLine(placeOf(finding));
  const line = `  ${finding.severity}  ${oneLine(finding.id)}  ${oneLine(finding.title)}  ${place}`;
  if (!detailed) return `${line}  on ${on}`;
  const severity = before?.outcome === 'fail' ? ` (${before.severity})` : '';
  const had = `${before?.outcome ?? 'not looked for'}${severity}`;
  const facts = factsOf(finding).filter(([label]) => label !== 'guide');
  return [line, indented(plainText(labelled([['on', on], ['before', had], ...facts])))].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

function targetNotes({ missingTargets, silentTargets }: RunDiff): readonly string[] {
  return [
    ...(missingTargets.length > 0
      ? [`Only in the earlier run, so nothing is said of: ${fewNames(missingTargets)}.`]
      : []),
    ...(silentTargets.length > 0 ? [`Nothing is known any more of ${fewNames(silentTargets)}.`] : []),
  ];
}

function sumOf(diff: RunDiff, { held }: DiffVerdict): string {
  const { fresh, fixed, gone, stillThere, newlyUnchecked } = diff;
  const counts = [
    `${fresh.length} new${fresh.length > 0 ? ` (${held.length} held against the later run)` : ''}`,
    `${fixed.length} fixed`,
    `${stillThere.length} still there`,
    ...(gone.length > 0 ? [`${gone.length} not looked for any more`] : []),
    ...(newlyUnchecked.length > 0 ? [`${newlyUnchecked.length} newly not checked`] : []),
  ];
  return `${listed(counts)}.`;
}
