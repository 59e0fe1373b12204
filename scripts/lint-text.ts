import pc from 'picocolors';
import type { LintFinding } from '../guide/lint/lint-finding.ts';
import type { LintResult } from '../guide/lint/lint-guide.ts';
import { oneLine } from '../reports/plain-text.ts';
import { counted } from '../reports/wording.ts';

/** A line per finding as `file:line: severity rule message`, what could not be looked for, and the sum of it. */
export function renderLint(result: LintResult, colour: boolean): string {
  const { bold } = pc.createColors(colour);
  const waiting = [...result.waiting].map(
    ([file, rules]) => `Not looked for until all of ${oneLine(file)} can be read: ${rules.join(', ')}.`,
  );
  const lines = [
    ...result.findings.map((finding) => findingLine(finding, colour)),
    ...waiting,
    bold(sumOf(result)),
  ];
  return `${lines.join('\n')}\n`;
}

function findingLine({ where, severity, rule, message }: LintFinding, colour: boolean): string {
  const { cyan, red, yellow } = pc.createColors(colour);
  const place = cyan(oneLine(`${where.file}:${where.line}`));
  return `${place}: ${severity === 'error' ? red(severity) : yellow(severity)} ${rule} ${oneLine(message)}`;
}

function sumOf({ files, findings }: LintResult): string {
  const [first = '', ...others] = files;
  const place = oneLine(others.length === 0 ? first : `${first} and ${counted(others.length, 'other file')}`);
  if (findings.length === 0) return `No findings in ${place}.`;
  const counts = (['error', 'warning'] as const)
    .map(
      (severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => counted(count, severity));
  return `${counted(findings.length, 'finding')}: ${counts.join(', ')} in ${place}; what they mean: docs/lint/README.md`;
}
