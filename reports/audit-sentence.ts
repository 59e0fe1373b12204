import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { sortControllers } from './controllers.ts';
import { reservations } from './reservations.ts';
import type { FailOn } from './standing.ts';
import type { Verdict } from './verdict.ts';
import { listed } from './wording.ts';

/** Up to so many controllers are named, more of them are counted. */
const nameable = 5;

/** What a check of controllers comes to: which do not satisfy the guide and why, which are not known, and the others. */
export function auditSentence(report: Report, verdict: Verdict, failOn: FailOn): string {
  const { failing, unchecked, unreached, satisfying } = sortControllers(report, failOn);
  const total = report.targets.length;
  const who = (targets: readonly Target[]) => subject(targets, total);
  const ids = new Set(report.targets.map(({ id }) => id));
  const elsewhere = verdict.failed.filter(({ target }) => !ids.has(target));
  const fails = verdict.failed.filter(({ target }) => ids.has(target));
  const sentences = [
    ...say(failing, `${who(failing)} ${does(failing)} not satisfy the guide: ${commonest(fails)}.`),
    ...say(unchecked, `${who(unchecked)} could not be checked in full.`),
    ...say(unreached, `${who(unreached)} ${unreached.length === 1 ? 'was' : 'were'} not reached.`),
    ...say(elsewhere, `Held against ${names(elsewhere)}: ${commonest(elsewhere)}.`),
    ...say(satisfying, `${satisfied(satisfying, total)}${reservations(verdict)}.`),
  ];
  return sentences.join(' ');
}

function say(about: readonly unknown[], sentence: string): readonly string[] {
  return about.length > 0 ? [sentence] : [];
}

function subject(targets: readonly Target[], total: number): string {
  return total > nameable ? `${targets.length} of ${total} controllers` : listed(targets.map(({ id }) => id));
}

function satisfied(targets: readonly Target[], total: number): string {
  const verb = targets.length === 1 ? 'satisfies' : 'satisfy';
  if (total <= nameable) return `${listed(targets.map(({ id }) => id))} ${verb} the guide`;
  return targets.length === total
    ? `All ${total} controllers satisfy the guide`
    : `The other ${targets.length} ${verb} it`;
}

function does(targets: readonly Target[]): string {
  return targets.length === 1 ? 'does' : 'do';
}

function names(findings: readonly Finding[]): string {
  return listed([...new Set(findings.map(({ target }) => target))]);
}

/** Ids of findings, the commonest first, with on how many targets each was made; only three where there are many. */
function commonest(findings: readonly Finding[]): string {
  const targetsOf = new Map<string, Set<string>>();
  for (const { id, target } of findings)
    targetsOf.set(id, (targetsOf.get(id) ?? new Set<string>()).add(target));
  const counts = [...targetsOf].toSorted(([, a], [, b]) => b.size - a.size);
  const several = new Set(findings.map(({ target }) => target)).size > 1;
  const shown = counts.length > 4 ? counts.slice(0, 3) : counts;
  const words = shown.map(([id, targets]) => (several ? `${id} on ${targets.size}` : id));
  return listed([...words, ...(counts.length > 4 ? [`${counts.length - 3} others`] : [])]);
}
