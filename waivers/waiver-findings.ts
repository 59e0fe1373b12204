import type { Finding } from '../model/finding.ts';
import type { FileWaiver } from './waiver-file.ts';

/** The fail of a waiver that would be needed, but whose last day is over. */
export function expiredFinding(waiver: FileWaiver, path: string, today: string): Finding {
  return {
    ...about(waiver, path),
    id: 'waiver.expired',
    title: `The waiver of ${waiver.id} on ${waiver.target} holds`,
    severity: 'error',
    expected: `a last day not before ${today.slice(0, 10)}`,
    actual: waiver.expires,
    reason: `it waives nothing any more; ${waiver.owner} had accepted: ${waiver.reason}`,
    fix: `Mend what it was for and delete it, or let ${waiver.owner} accept it until another day.`,
  };
}

/** The warning of a waiver that is for no fail of the run; `met` tells whether it was for one of the targets. */
export function unusedFinding(waiver: FileWaiver, path: string, met: boolean): Finding {
  return {
    ...about(waiver, path),
    id: 'waiver.unused',
    title: `The waiver of ${waiver.id} on ${waiver.target} is needed`,
    severity: 'warning',
    expected: 'a fail that it is for',
    actual: met ? `no fail of ${waiver.id} there` : `no target ${waiver.target} in this run`,
    fix: met ? 'Delete it.' : 'Delete it, or correct its target.',
  };
}

function about(
  { line }: FileWaiver,
  path: string,
): Pick<Finding, 'target' | 'outcome' | 'where' | 'durationMs'> {
  return { target: path, outcome: 'fail', where: { file: path, line }, durationMs: 0 };
}
