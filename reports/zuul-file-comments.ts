import { posix } from 'node:path';
import { cut } from './alert-text.ts';
import { issueText, issueTitle } from './issue-text.ts';
import { type Issue, issuesOf } from './issues.ts';
import type { ReportInput } from './report-input.ts';
import { repositoryPath } from './repository-path.ts';
import { inStableOrder } from './stable-order.ts';
import { wellFormed } from './well-formed.ts';

// Gerrit refuses a comment of more than 16 KiB.
const longest = 4_000;

/** One comment, as Zuul checks it before it passes it on. */
interface FileComment {
  readonly line: number;
  readonly message: string;
  readonly level: 'info' | 'warning' | 'error';
}

/**
 * The text of `zuul-file-comments.json`: what `zuul_return` takes as `zuul.file_comments`
 * (https://zuul-ci.org/docs/zuul/latest/job-content.html#leaving-file-comments), by path in the repository. One comment for
 * each issue that failed or could not be checked, worst first. Only the guide's own files get any: others are not under review.
 */
export function renderZuulFileComments({ report, options }: ReportInput): string {
  const comments = new Map<string, FileComment[]>();
  const ordered = inStableOrder(report);
  for (const issue of issuesOf(ordered, options.failOn)) {
    const level = levelOf(issue);
    const { file, line } = issue.variants[0].finding.where;
    const path = isOfGuide(file, report.guide.path) ? repositoryPath(file, options) : undefined;
    if (level === undefined || path === undefined) continue;
    const message = cut(`${issueTitle(issue)}\n${issueText(issue, ordered)}`, longest);
    const known = comments.get(wellFormed(path));
    if (known) known.push({ line, message, level });
    else comments.set(wellFormed(path), [{ line, message, level }]);
  }
  return `${JSON.stringify(Object.fromEntries(comments), undefined, 2)}\n`;
}

function isOfGuide(file: string, guide: string): boolean {
  const [own, whole] = [posix.normalize(file), posix.normalize(guide)];
  return own === whole || own.startsWith(`${whole.replace(/\/$/, '')}/`);
}

// What does not stop the change is at most a warning; what is waived or known has been talked about before.
function levelOf({ standing, variants: [{ finding }] }: Issue): FileComment['level'] | undefined {
  if (standing === 'failed') return finding.severity;
  if (standing === 'could-not-check') return 'warning';
  if (standing !== 'tolerated') return undefined;
  return finding.severity === 'info' ? 'info' : 'warning';
}
