import { findingOf } from '../audit/finding-of.ts';
import type { StandInUse } from '../containers/images/stand-in-use.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { coverageOf } from '../procedure/coverage.ts';
import { type AblatedChapter, commandsOf } from './ablate-chapter.ts';
import type { TargetResults } from './assemble-results.ts';
import type { Assignment } from './chapter-input.ts';
import { ablationCheck, judgeAblation } from './judge-ablation.ts';
import { targetOf } from './target-of.ts';

/** What a chapter is reported as that could not be followed at all, and why. */
export function unablatedResults(
  { distribution, procedure }: Assignment,
  use: StandInUse,
  reason: string,
): TargetResults {
  const judgement = { outcome: 'could-not-check', severity: 'warning', reason } as const;
  const findings = commandsOf({ procedure }).map((command) =>
    findingOf(distribution, { check: ablationCheck(command), judgement, durationMs: 0 }, (text) => text),
  );
  const coverage = [coverageOf(distribution, procedure, [])];
  return { targets: [targetOf(distribution, use, { image: undefined })], coverage, findings };
}

/** What an ablated chapter is reported as: for each command whether anything notices that it is left out. */
export function ablationResults(
  { distribution, procedure }: Assignment,
  use: StandInUse,
  { chapter, whole, ablations, blockedBy, brokerVersion }: AblatedChapter,
): TargetResults & { readonly transcript: readonly TranscriptEntry[] } {
  const steps = chapter.followed.results;
  const all = new Map([...steps.map(({ check, judgement }) => [check.id, judgement] as const), ...whole]);
  const blocked = { outcome: 'could-not-check', severity: 'warning', reason: blockedBy ?? '' } as const;
  const results = ablations.map((ablation) => {
    const result = judgeAblation(ablation, all);
    return blockedBy === undefined ? result : { ...result, judgement: blocked };
  });
  const accommodations = chapter.ledger.entries;
  const seen = { image: chapter.controller.image, accommodations, brokerVersion };
  return {
    targets: [targetOf(distribution, use, seen)],
    coverage: [coverageOf(distribution, procedure, steps)],
    findings: results.map((result) => findingOf(distribution, result, chapter.redact)),
    transcript: chapter.transcript,
  };
}
