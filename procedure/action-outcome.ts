import type { Judgement } from '../model/evidence.ts';

/** What came of an action, and of the output that the guide promised under it. */
export interface ActionOutcome {
  readonly judgement: Judgement;
  readonly promised?: Judgement;
  readonly durationMs: number;
}
