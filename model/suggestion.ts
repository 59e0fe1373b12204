import type { SourceLocation } from './source-location.ts';

/** What a run suggests to change in the guide; all of it was tried before it is offered. */
export interface Suggestion {
  /** Absent when nothing is offered. */
  readonly patch?: SuggestedPatch;
  /** What the guide says wrongly and the patch does not touch, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** A patch of the guide, and what came of the guide with it. */
export interface SuggestedPatch {
  /** `proven` on the distributions themselves; `rehearsed` on stand-ins, which prove nothing. */
  readonly kind: 'proven' | 'rehearsed';
  /** The targets on which the patched guide was run. */
  readonly targets: readonly string[];
  readonly removes: readonly RemovedFinding[];
  /** What whoever applies it should know besides, a sentence each. */
  readonly remarks: readonly string[];
  /** The command that applies it. */
  readonly apply: string;
  /** The patch itself, in the unified format. */
  readonly diff: string;
}

/** A finding that is gone once the guide is patched; `where` it was in the guide before. */
export interface RemovedFinding {
  readonly id: string;
  readonly where: SourceLocation;
  readonly targets: readonly string[];
}

/** A finding about the guide's words that stays. */
export interface LeftOut extends RemovedFinding {
  readonly reason: string;
}
