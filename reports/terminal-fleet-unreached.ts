import pc from 'picocolors';
import type { Report, Target } from '../model/report.ts';
import { byTarget } from './by-target.ts';
import { fewNames } from './few-names.ts';
import { summaryOf } from './finding-text.ts';
import { shortened } from './terminal-findings.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { withoutHost } from './without-host.ts';
import { counted } from './wording.ts';
import { wrap } from './wrap.ts';

/** The controllers of which nothing is known, by the reason, the commonest first. */
export function unreachedLines(
  { findings }: Report,
  unreached: readonly Target[],
  { colour, width }: TerminalOptions,
): readonly (readonly string[])[] {
  if (unreached.length === 0) return [];
  const { bold, magenta } = pc.createColors(colour);
  const told = byTarget(findings);
  const reasons = new Map<string, string[]>();
  for (const { id } of unreached) {
    // The first finding is the cause, what follows from it comes later.
    const cause = told.get(id)?.find(({ outcome }) => outcome !== 'not-applicable');
    const reason = withoutHost(cause ? (cause.reason ?? summaryOf(cause)) : 'nothing was reported', id);
    const hosts = reasons.get(reason);
    if (hosts) hosts.push(id);
    else reasons.set(reason, [id]);
  }
  const lines = [...reasons]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([reason, hosts]) => [
      ...wrap(shortened(reason), width, `${String(hosts.length).padStart(7)}  `, ' '.repeat(9)),
      ...wrap(fewNames(hosts), width, ' '.repeat(9)),
    ]);
  return [[`${bold(magenta('NOT REACHED'))}  ${counted(unreached.length, 'controller')}`, ...lines]];
}
