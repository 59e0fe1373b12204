import type { SourceLocation } from '../model/source-location.ts';
import type { LeftOut, RemovedFinding, SuggestedPatch } from '../model/suggestion.ts';
import type { Material, Reader } from './material.ts';

/** Lines put in the place of others. */
export interface Edit {
  readonly file: string;
  /** The first line that goes, counted from 1; with none to go, the line that the new ones stand before. */
  readonly line: number;
  readonly removed: number;
  readonly lines: readonly string[];
}

/** A change of the guide that stands or falls as a whole. */
export interface Proposal {
  readonly kind: SuggestedPatch['kind'];
  readonly where: SourceLocation;
  readonly removes: readonly FindingOf[];
  /** Targets that read what is changed: all of them must run well with it. */
  readonly readBy: readonly string[];
  readonly edits: readonly Edit[];
  /** Commands that the guide's reader has not been told to type before. */
  readonly newCommands: readonly string[];
  /** Sentences for whoever applies it. */
  readonly remarks: readonly string[];
}

/** What can be done about some findings, and what cannot. */
export interface Ideas {
  readonly proposals: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
}

/** One kind of change. */
export type Suggest = (material: Material) => Ideas;

/** Those readers of a place whose word counts: the distributions themselves, stand-ins only where there are none. */
export function heeded<Read>(readers: readonly Reader<Read>[]): readonly Reader<Read>[] {
  const real = readers.filter(({ witness }) => witness.kind === 'real');
  return real.length > 0 ? real : readers;
}

/** What readers can show: on a stand-in a change is only rehearsed. */
export function kindOf(readers: readonly Reader<unknown>[]): Proposal['kind'] {
  return readers.every(({ witness }) => witness.kind === 'real') ? 'proven' : 'rehearsed';
}

/** A finding by what it is called, and on which target. */
export interface FindingOf {
  readonly id: string;
  readonly target: string;
}

/** The findings of readers at a place. */
export function findingsOf(readers: readonly Reader<{ readonly id: string }>[]): readonly FindingOf[] {
  return readers.map(({ witness, read }) => ({ id: read.id, target: witness.id }));
}

/** Findings at a place by id: one line may be a step of another number to the readers of another distribution. */
export function byId(where: SourceLocation, findings: readonly FindingOf[]): readonly RemovedFinding[] {
  const ids = [...new Set(findings.map(({ id }) => id))];
  return ids.map((id) => ({
    id,
    where,
    targets: findings.filter((finding) => finding.id === id).map(({ target }) => target),
  }));
}

/** What readers find at a place and what stays as it is. */
export function left(
  where: SourceLocation,
  readers: readonly Reader<{ readonly id: string }>[],
  reason: string,
): Ideas {
  return { proposals: [], leftOut: leaving(where, findingsOf(readers), reason) };
}

/** The same of findings. */
export function leaving(
  where: SourceLocation,
  findings: readonly FindingOf[],
  reason: string,
): readonly LeftOut[] {
  return byId(where, findings).map((found) => ({ ...found, reason }));
}

/** Many ideas as one. */
export function together(ideas: readonly Ideas[]): Ideas {
  return {
    proposals: ideas.flatMap(({ proposals }) => proposals),
    leftOut: ideas.flatMap(({ leftOut }) => leftOut),
  };
}
