import type { DistributionTag } from '../../model/distribution.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { Chapter } from './chapter.ts';
import type { LintSeverity } from './lint-finding.ts';

/** What a rule found. */
export interface Defect {
  readonly where: SourceLocation;
  /** What it is about, when the place alone does not say so. */
  readonly about?: string;
  /** The distributions whose readers see it; left out when all do. */
  readonly readers?: readonly DistributionTag[];
  readonly expected: string;
  readonly got: string;
}

/** One kind of defect of a guide. */
export interface LintRule {
  readonly id: string;
  readonly severity: LintSeverity;
  /** Set when the rule asks what a chapter lacks, which nobody can say of a chapter that could not be read whole. */
  readonly needsWhole?: true;
  /** The defects of one chapter; `guide` is all chapters of the guide, this one among them. */
  find(chapter: Chapter, guide: readonly Chapter[]): readonly Defect[];
}
