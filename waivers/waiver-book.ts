import type { Finding, Waiver } from '../model/finding.ts';
import { waiverHolds } from '../reports/standing.ts';
import type { FileWaiver, WaiverFile } from './waiver-file.ts';
import { expiredFinding, unusedFinding } from './waiver-findings.ts';
import { matcherOf } from './waiver-pattern.ts';

/** Knows which waivers of a file were used in a run. */
export interface WaiverBook {
  /** The same findings, those fails that a waiver accepts today with it; the first in the file counts. */
  apply(findings: readonly Finding[]): readonly Finding[];
  /** What is wrong with the waivers themselves, once everything was applied: expired ones, and such as waive nothing. */
  close(): readonly Finding[];
}

interface Entry {
  readonly waiver: FileWaiver;
  readonly isFor: (finding: Finding) => boolean;
  readonly isOn: (target: string) => boolean;
  /** It is for a fail. */
  needed: boolean;
  /** It is for something that could not be checked, so that nobody can say whether it is needed. */
  undecided: boolean;
  /** A target that it is for was there. */
  met: boolean;
}

/** The waivers of a file as they stand `today`, an ISO date or time in UTC. */
export function waiverBook(file: WaiverFile, today: string): WaiverBook {
  const entries = file.waivers.map(newEntry);
  return {
    apply: (findings) => findings.map((finding) => applyTo(finding, entries, today)),
    close: () =>
      entries.flatMap(({ waiver, needed, undecided, met }) => {
        if (needed) return waiverHolds(waiver, today) ? [] : [expiredFinding(waiver, file.path, today)];
        return undecided ? [] : [unusedFinding(waiver, file.path, met)];
      }),
  };
}

function newEntry(waiver: FileWaiver): Entry {
  const [isId, isOn] = [matcherOf(waiver.id), matcherOf(waiver.target)];
  const isFor = ({ id, target }: Finding) => isId(id) && isOn(target);
  return { waiver, isFor, isOn, needed: false, undecided: false, met: false };
}

function applyTo(finding: Finding, entries: readonly Entry[], today: string): Finding {
  for (const entry of entries) entry.met ||= entry.isOn(finding.target);
  const { outcome } = finding;
  // What could not be checked is never excused: nobody knows what would be accepted.
  if (outcome !== 'fail' && outcome !== 'could-not-check') return finding;
  const own = entries.filter((entry) => entry.isFor(finding));
  for (const entry of own) entry[outcome === 'fail' ? 'needed' : 'undecided'] = true;
  const valid = own.find(({ waiver }) => waiverHolds(waiver, today));
  return outcome === 'fail' && valid ? { ...finding, waiver: acceptanceOf(valid.waiver) } : finding;
}

function acceptanceOf({ reason, owner, expires }: FileWaiver): Waiver {
  return { reason, owner, expires };
}
