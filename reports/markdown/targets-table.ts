import type { Finding } from '../../model/finding.ts';
import type { Report, Target } from '../../model/report.ts';
import { byTarget } from '../by-target.ts';
import { countsOf } from '../cell-counts.ts';
import type { FindingGroup } from '../finding-group.ts';
import type { FailOn } from '../standing.ts';
import { judge } from '../verdict.ts';
import { counted } from '../wording.ts';
import { code, row, words } from './markdown-text.ts';

// More rows than this are no overview: what is in order is then only counted.
const longest = 30;

const headings = ['Target', 'Run', 'System', 'Broker', 'Steps', 'Promised output', 'Requirements', 'Access'];
const groups: readonly FindingGroup[] = ['step', 'output', 'requirement', 'access'];

const runs = {
  real: 'real',
  'stand-in': 'rehearsed on a stand-in',
  controller: 'existing controller',
} satisfies Record<Target['kind'], string>;

/** Targets that the table has no row for, in their order. */
export function targetsWithoutRow(report: Report, failOn: FailOn): readonly Target[] {
  const shown = new Set(shownOf(report, failOn));
  return report.targets.filter((target) => !shown.has(target));
}

/** The table of targets as lines of Markdown; of a fleet only those targets of which there is something to tell. */
export function targetsTable(report: Report, failOn: FailOn): readonly string[] {
  const findings = byTarget(report.findings);
  const rows = shownOf(report, failOn).map((target) =>
    rowOf(target, findings.get(target.id) ?? [], failOn, report.startedAt),
  );
  const missing = report.targets.length - rows.length;
  const unremarkable = report.targets.length - worthTelling(report, failOn).length;
  return [
    row(headings),
    row(headings.map(() => '---')),
    ...rows,
    ...(missing > 0
      ? [
          '',
          `… and ${counted(missing, 'more target')}, ${unremarkable} of them with nothing held against them.`,
        ]
      : []),
  ];
}

function shownOf(report: Report, failOn: FailOn): readonly Target[] {
  if (report.targets.length <= longest) return report.targets;
  return worthTelling(report, failOn).slice(0, longest);
}

function worthTelling(report: Report, failOn: FailOn): readonly Target[] {
  const { failed, unchecked, silent } = judge(report, failOn);
  const ids = new Set([
    ...[...failed, ...unchecked].map(({ target }) => target),
    ...silent.map(({ id }) => id),
  ]);
  return report.targets.filter(({ id }) => ids.has(id));
}

function rowOf(target: Target, findings: readonly Finding[], failOn: FailOn, day: string): string {
  return row([
    code(target.id),
    runs[target.kind],
    words(target.distro ?? 'unknown'),
    words(target.broker?.version ?? 'none'),
    ...groups.map((group) => countsOf(findings, group, failOn, day).join(', ')),
  ]);
}
