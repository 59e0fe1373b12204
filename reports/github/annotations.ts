import { issueText, issueTitle } from '../issue-text.ts';
import { type Issue, issuesOf } from '../issues.ts';
import type { ReportInput } from '../report-input.ts';
import { repositoryPath } from '../repository-path.ts';
import { inStableOrder } from '../stable-order.ts';
import { workflowCommand } from './workflow-command.ts';

// GitHub keeps the first ten of each kind in a step and drops the others without a word.
const most = 10;

const kinds = ['error', 'warning', 'notice'] as const;
type Kind = (typeof kinds)[number];

/**
 * The lines that make GitHub Actions show issues on the guide's lines, worst first: errors for what stops the run, warnings
 * and notices for what it bears. Where there are more than GitHub shows, the last of a kind says how many.
 */
export function renderAnnotations({ report, options }: ReportInput): string {
  const ordered = inStableOrder(report);
  const issues = issuesOf(ordered, options.failOn);
  const lines = kinds.flatMap((kind) => {
    const own = issues.filter((issue) => kindOf(issue) === kind);
    const room = own.length > most ? most - 1 : most;
    const shown = own.slice(0, room).map((issue) => {
      const { file, line } = issue.variants[0].finding.where;
      const path = repositoryPath(file, options);
      const place = path === undefined ? {} : { file: path, line: String(line) };
      return workflowCommand(kind, { ...place, title: issueTitle(issue) }, issueText(issue, ordered));
    });
    return [...shown, ...moreOf(kind, own.length - shown.length)];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function moreOf(kind: Kind, count: number): readonly string[] {
  if (count === 0) return [];
  const text = `GitHub shows no more than ${most} annotations of a kind; all are in the summary of the run and in report.md.`;
  return [workflowCommand(kind, { title: `and ${count} more` }, text)];
}

function kindOf({ standing, variants: [{ finding }] }: Issue): Kind | undefined {
  if (standing === 'failed' || standing === 'could-not-check') return 'error';
  if (standing !== 'tolerated') return undefined;
  return finding.severity === 'info' ? 'notice' : 'warning';
}
