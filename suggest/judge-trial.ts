import { type Finding, severities } from '../model/finding.ts';
import type { LeftOut } from '../model/suggestion.ts';
import { type FindingPair, pairFindings } from '../runs/pair-findings.ts';
import { leaving, type Proposal } from './proposal.ts';

/** What came of a trial of proposals, all at once: those that did what they promised, and why the others did not. */
export interface Trial {
  readonly held: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
}

/** Compares the findings of the guide as it is with those of the guide that was changed, target by target. */
export function judgeTrial(
  proposals: readonly Proposal[],
  before: readonly Finding[],
  after: readonly Finding[],
): Trial {
  const pairs = pairFindings(before, after);
  const judged = proposals.map((proposal) => {
    const remaining = pairs.filter((pair) => isStill(proposal, pair));
    const worse = pairs.filter((pair) => isWorse(pair) && proposal.readBy.includes(pair.after?.target ?? ''));
    return { proposal, problems: [...remaining.map(stillThere), ...worse.map(newProblem)] };
  });
  return {
    held: judged.flatMap(({ proposal, problems }) => (problems.length === 0 ? [proposal] : [])),
    leftOut: judged.flatMap(({ proposal: { where, removes }, problems }) =>
      problems.length === 0 ? [] : leaving(where, removes, problems.join('; ')),
    ),
  };
}

function isStill({ removes }: Proposal, { before, after }: FindingPair): boolean {
  return (
    removes.some(({ id, target }) => before?.id === id && before.target === target) &&
    after?.outcome !== 'pass'
  );
}

/** A fail that was none before or weighed less, or something that could be checked before and cannot be now. */
function isWorse({ before, after }: FindingPair): boolean {
  if (!after || after.outcome === 'pass' || after.outcome === 'not-applicable') return false;
  if (before?.outcome === 'fail')
    return (
      after.outcome === 'fail' && severities.indexOf(after.severity) < severities.indexOf(before.severity)
    );
  return before?.outcome !== after.outcome;
}

function stillThere({ before, after }: FindingPair): string {
  return `tried on ${before?.target}, and ${before?.id} is still there: ${told(after)}`;
}

function newProblem({ after }: FindingPair): string {
  return `tried on ${after?.target}, and ${after?.id} is new: ${told(after)}`;
}

/** What was seen says more than why it is a fail; of what could not be checked there is only the reason. */
function told(finding: Finding | undefined): string {
  if (!finding) return 'nothing of it';
  return firstLine(finding.actual ?? finding.reason ?? finding.title);
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
