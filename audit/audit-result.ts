import type { Claims } from '../guide/claims.ts';
import type { Judgement } from '../model/evidence.ts';

/** What became of one check of an audit; `claim` is the promise of the guide that it comes from. */
export interface AuditResult {
  readonly id: string;
  readonly title: string;
  readonly claim: keyof Claims;
  readonly judgement: Judgement;
  readonly durationMs: number;
  /** What must hold before this result says anything of its own, besides what always must. */
  readonly after?: readonly string[];
}
