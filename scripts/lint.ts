import type { LintSeverity } from '../guide/lint/lint-finding.ts';
import { lintGuide } from '../guide/lint/lint-guide.ts';
import type { FailOn } from '../reports/standing.ts';
import { renderLint } from './lint-text.ts';

/** What a user can say about linting. */
export interface LintOptions {
  /** A file or a folder; absent for the bundled chapter. */
  readonly guide?: string;
  readonly failOn: FailOn;
}

const failing = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
} satisfies Record<FailOn, readonly LintSeverity[]>;

/**
 * Prints the defects that can be seen in the guide's text alone.
 * @returns 0 when none is at or above `failOn`, otherwise 1.
 * @throws GuideError `missing` when there is no such guide.
 */
export function lint({ guide, failOn }: LintOptions): number {
  const result = lintGuide(guide);
  const { stdout } = process;
  stdout.write(renderLint(result, Boolean(stdout.isTTY) && !process.env.NO_COLOR));
  const held: readonly LintSeverity[] = failing[failOn];
  return result.findings.some(({ severity }) => held.includes(severity)) ? 1 : 0;
}
