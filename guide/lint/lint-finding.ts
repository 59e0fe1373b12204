import type { Severity } from '../../model/finding.ts';
import type { SourceLocation } from '../../model/source-location.ts';

/** `error`: a reader is led astray. `warning`: he gets through, but the guide is not as it should be. */
export type LintSeverity = Exclude<Severity, 'info'>;

/** A defect that can be seen in the guide's text alone. */
export interface LintFinding {
  /** Id of the rule; its page is `docs/lint/<rule>.md`. */
  readonly rule: string;
  readonly severity: LintSeverity;
  readonly where: SourceLocation;
  /** One line that says all there is to say, `expected` and `got` included. */
  readonly message: string;
  readonly expected: string;
  readonly got: string;
}
