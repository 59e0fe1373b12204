import type { Judgement } from '../../model/evidence.ts';
import type { AccessEvidence } from '../access-evidence.ts';
import type { AccessId } from '../access-result.ts';

/** One proof: what it is called, and what it makes of the evidence, without any I/O. */
export interface Proof {
  readonly id: AccessId;
  readonly title: string;
  judge(evidence: AccessEvidence): Judgement;
  /** The part of the gathering that this proof took, in milliseconds. */
  durationMs(evidence: AccessEvidence): number;
}
