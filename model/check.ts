import type { Judgement } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Repair } from './repair.ts';

/** What is going to be checked: a finding before anything is known. */
export type Check = Pick<Finding, 'id' | 'title' | 'where' | 'severity'>;

/** A check with what came of it. */
export interface CheckResult {
  readonly check: Check;
  readonly judgement: Judgement;
  readonly durationMs: number;
  /** Of a remedy's fail: what mended the trouble instead. */
  readonly repair?: Repair;
}
