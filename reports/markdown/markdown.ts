import type { Report, Target } from '../../model/report.ts';
import { issuesOf } from '../issues.ts';
import type { ReportInput } from '../report-input.ts';
import { sharedAccommodations } from '../shared-accommodations.ts';
import { sharedCoverage } from '../shared-coverage.ts';
import { inStableOrder } from '../stable-order.ts';
import { verdictSentence } from '../verdict-sentence.ts';
import { headingOf, issueSection, most } from './issue-section.ts';
import { code, words } from './markdown-text.ts';
import { suggestionSection } from './suggestion-section.ts';
import { targetsTable, targetsWithoutRow } from './targets-table.ts';

/** The text of `report.md`: what a maintainer pastes into a review, in the Markdown of GitHub, GitLab and Gerrit. */
export function renderMarkdown(input: ReportInput): string {
  return `${markdownSections(input).join('\n\n')}\n`;
}

/** The same as pieces, the most important first, so that who has less room can leave out the last of them. */
export function markdownSections({ report, options }: ReportInput): readonly string[] {
  const ordered = inStableOrder(report);
  const { failOn } = options;
  const targets = new Map(ordered.targets.map((target) => [target.id, target]));
  const issues = issuesOf(ordered, failOn);
  const told = issues.filter(({ standing }) => standing !== 'not-applicable');
  const untold = issues.filter(({ standing }) => standing === 'not-applicable');
  return [
    `## ${words(`guideproof ${ordered.command}`)}: ${code(ordered.guide.path)}`,
    `**${words(verdictSentence(ordered, failOn))}**`,
    ...(ordered.targets.length > 0 ? [targetsTable(ordered, failOn).join('\n')] : []),
    ...told.map((issue) => issueSection(issue, { report: ordered, targets })),
    ...suggestionSection(ordered),
    ...(untold.length > 0 ? [notApplicable(untold)] : []),
    ...accommodations(ordered),
    ...coverage(ordered),
    origin(ordered),
    ...everyTarget(told, targetsWithoutRow(ordered, failOn)),
  ];
}

function notApplicable(issues: ReturnType<typeof issuesOf>): string {
  const lines = issues.map(({ variants, targets }) => {
    const ids = [...new Set(variants.map(({ finding }) => finding.id))].map(code).join(', ');
    return `- ${ids} on ${some(targets)}: ${words(variants[0].finding.reason ?? 'not applicable')}`;
  });
  return `### Not applicable\n\n${lines.join('\n')}`;
}

function accommodations(report: Report): readonly string[] {
  const lines = sharedAccommodations(report).map(({ text, targets }) => `- ${words(text)}: ${some(targets)}`);
  if (lines.length === 0) return [];
  return [`### Not in the guide, but done: its reader has to do it too\n\n${lines.join('\n')}`];
}

function coverage(report: Report): readonly string[] {
  const lines = sharedCoverage(report).map(({ text, targets }) => `- ${some(targets)}: ${text}`);
  return lines.length === 0 ? [] : [`### What became of everything the guide says\n\n${lines.join('\n')}`];
}

// What was cut short above, so that nobody has to look for a host elsewhere.
function everyTarget(issues: ReturnType<typeof issuesOf>, others: readonly Target[]): readonly string[] {
  const lines = issues
    .filter(({ targets }) => targets.length > most.targets)
    .map((issue) => `- ${headingOf(issue)}: ${issue.targets.map(code).join(', ')}`);
  if (others.length > 0) lines.push(`- Not in the table: ${others.map(({ id }) => code(id)).join(', ')}`);
  return lines.length === 0 ? [] : [`### All targets\n\n${lines.join('\n')}`];
}

function some(ids: readonly string[]): string {
  const named = ids.slice(0, 10).map(code).join(', ');
  return ids.length > 10 ? `${named} and ${ids.length - 10} more` : named;
}

function origin({ tool, startedAt, guide }: Report): string {
  const version = `${tool.name} ${tool.version}`;
  return `${words(version)}, started ${words(startedAt)}; SHA-256 of the guide: ${code(guide.sha256)}`;
}
