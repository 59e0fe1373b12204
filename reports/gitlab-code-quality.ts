import { alertTitle } from './alert-text.ts';
import { alertsOf } from './alerts.ts';
import { oneLine } from './plain-text.ts';
import type { ReportInput } from './report-input.ts';
import { repositoryPath } from './repository-path.ts';
import { wellFormed } from './well-formed.ts';

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const;

/**
 * The text of `gl-code-quality.json`, the subset of Code Climate's format that GitLab documents
 * (https://docs.gitlab.com/ci/testing/code_quality/): an entry for each alert, worst first, on the guide's line. What is
 * waived is left out, since GitLab knows no word for it.
 */
export function renderCodeQuality({ report, options }: ReportInput): string {
  const entries = alertsOf(report, options.failOn)
    .filter(({ standing }) => standing !== 'waived')
    .map((alert) => ({
      description: alertTitle(alert),
      check_name: wellFormed(oneLine(alert.finding.id)),
      fingerprint: alert.fingerprint,
      severity: alert.finding.outcome === 'fail' ? severities[alert.finding.severity] : 'major',
      location: {
        path: wellFormed(repositoryPath(alert.finding.where.file, options) ?? alert.finding.where.file),
        lines: { begin: alert.finding.where.line },
      },
    }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
