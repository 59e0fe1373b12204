import type { DistributionTag } from '../model/distribution.ts';
import type { Target } from '../model/report.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { AuditResult } from './audit-result.ts';

/** What was seen of one target, before causes are told from consequences. */
export interface Sighting {
  readonly results: readonly AuditResult[];
  readonly tag: DistributionTag | undefined;
  readonly target: Pick<Target, 'distro' | 'tag' | 'broker' | 'performed'>;
  readonly transcript: readonly TranscriptEntry[];
}
