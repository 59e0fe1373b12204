import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { type Controllers, isAudit, sortControllers } from './controllers.ts';
import { oneLine } from './plain-text.ts';
import { findingLines } from './terminal-findings.ts';
import { issueLines } from './terminal-fleet-issues.ts';
import { unreachedLines } from './terminal-fleet-unreached.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { counted } from './wording.ts';
import { wrap } from './wrap.ts';

/** More controllers than a table of one row each is readable for. */
const many = 6;

/** Whether a report is told by what was found rather than by host. */
export function isFleet(report: Report): boolean {
  return report.targets.length >= many && isAudit(report);
}

/**
 * The summary of a check of many controllers: how many satisfy the guide, then each kind of finding once, worst first,
 * with the hosts it is about, then those that were not reached, by reason.
 */
export function fleetSections(report: Report, options: TerminalOptions): readonly (readonly string[])[] {
  const controllers = sortControllers(report, options.failOn);
  const unreached = new Set(controllers.unreached.map(({ id }) => id));
  const listed = new Set(report.targets.map(({ id }) => id));
  const where = (wanted: (target: string) => boolean): Report => {
    const findings = report.findings.filter(({ target }: Finding) => wanted(target));
    return { ...report, findings };
  };
  return [
    countLines(report, controllers, options),
    ...findingLines(
      where((target) => !listed.has(target)),
      options,
    ),
    ...issueLines(
      where((target) => listed.has(target) && !unreached.has(target)),
      options,
    ),
    ...unreachedLines(
      where((target) => unreached.has(target)),
      controllers.unreached,
      options,
    ),
  ];
}

function countLines(report: Report, sorted: Controllers, options: TerminalOptions): readonly string[] {
  const { bold, green, red, yellow, magenta } = pc.createColors(options.colour);
  const { targets } = report;
  const row = (list: readonly Target[], words: string, paint: (text: string) => string) =>
    list.length === 0 ? [] : [`${paint(String(list.length).padStart(7))}  ${words}`];
  const one = (list: readonly Target[], singular: string, plural: string) =>
    list.length === 1 ? singular : plural;
  return [
    bold(`${counted(targets.length, 'controller')} audited`),
    ...row(sorted.satisfying, `${one(sorted.satisfying, 'satisfies', 'satisfy')} the guide`, green),
    ...row(sorted.failing, `${one(sorted.failing, 'does', 'do')} not satisfy it`, red),
    ...row(sorted.unchecked, 'could not be checked in full', magenta),
    ...row(sorted.known, `${one(sorted.known, 'does', 'do')} not satisfy it, as in the baseline`, yellow),
    ...row(sorted.unreached, `${one(sorted.unreached, 'was', 'were')} not reached`, magenta),
    ...kinds('systems', targets, ({ distro }) => distro, options),
    ...kinds('brokers', targets, ({ broker }) => broker?.version, options),
  ];
}

function kinds(
  name: string,
  targets: readonly Target[],
  kindOf: (target: Target) => string | undefined,
  { width }: TerminalOptions,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const target of targets) {
    const kind = oneLine(kindOf(target) ?? 'unknown');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const words = [...counts].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} on ${count}`);
  return wrap(words.join(', '), width, `${name.padStart(9)}  `, ' '.repeat(11));
}
