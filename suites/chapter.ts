import { afterAll, beforeAll, describe, inject, type RunnerTestFile, type TestContext, test } from 'vitest';
import type { Check } from '../model/check.ts';
import type { DistributionTag } from '../model/distribution.ts';
import type { Finding } from '../model/finding.ts';
import type { ChapterInput } from './chapter-input.ts';
import { type ChapterRun, startChapter } from './chapter-run.ts';
import { liveSender } from './live-channel.ts';
import { plannedChecks } from './planned-checks.ts';
import './vitest-types.ts';

/** What a family's suite says of the guide; each sentence becomes one test per check. */
export interface GuideSuite {
  /** The guide's own steps, in its order, under its own heading. */
  isFollowed(): void;
  /** What the guide's reader has on the controller afterwards. */
  leavesAController(): void;
  /** What OpenStack can do with the account that the guide makes. */
  letsOpenStackIn(): void;
  /** What would not be so if the proofs proved nothing, and what a reboot leaves. */
  standsUpToControls(): void;
}

/** Declares the suite of one family; which of its releases it runs on is told by vitest's `provide`. */
export function chapterOn(tag: DistributionTag, sentences: (guide: GuideSuite) => void): void {
  const input: ChapterInput = { ...inject('order'), engine: inject('engine') };
  const live = liveSender();
  const target = input.distribution;
  let run: ChapterRun;
  let file: RunnerTestFile | undefined;
  const checkTest = (check: Check): void =>
    test(`${check.id} ${check.title}`, async (context) => {
      file = context.task.file;
      const finding = await run.finding(check);
      context.task.meta.finding = finding;
      context.task.meta.transcript = run.transcriptOf(check.id);
      live.send({ kind: 'finding', target, finding });
      settle(finding, context);
    });
  const checks = plannedChecks(input.procedure, input.options);
  describe(`${input.procedure.title} (${tag})`, () => {
    beforeAll(() => {
      run = startChapter(input, live.send);
    });
    afterAll(async () => {
      if (file) file.meta.summary = await run.summary();
      await run[Symbol.asyncDispose]();
      live.close();
    });
    sentences({
      isFollowed: () => describe('is followed step by step', () => checks.steps.forEach(checkTest)),
      leavesAController: () =>
        describe('leaves a controller where', () => checks.requirements.forEach(checkTest)),
      letsOpenStackIn: () => describe('lets OpenStack in', () => checks.access.forEach(checkTest)),
      standsUpToControls: () => describe('stands up to controls', () => checks.controls.forEach(checkTest)),
    });
  });
}

/** A finding in vitest's own terms: drift does not turn a test red, and what could not be checked never turns it green. */
function settle(finding: Finding, { skip, annotate }: TestContext): Promise<unknown> | undefined {
  if (finding.outcome === 'not-applicable') skip(finding.reason);
  if (finding.outcome === 'could-not-check') throw new Error(`could not check: ${finding.reason}`);
  if (finding.outcome !== 'fail') return;
  if (finding.severity !== 'error') return annotate(finding.reason ?? finding.title, finding.severity);
  throw new Error(
    `${finding.where.file}:${finding.where.line}: expected ${finding.expected}, got ${finding.actual}`,
  );
}
