import type { Finding } from './finding.ts';
import type { Target } from './report.ts';
import type { TranscriptEntry } from './transcript.ts';

/** All that the audit of one target found out. */
export interface TargetAudit {
  readonly target: Target;
  readonly findings: readonly Finding[];
  readonly transcript: readonly TranscriptEntry[];
}
