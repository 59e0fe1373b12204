import { findingOf } from '../audit/finding-of.ts';
import type { ControllerImage } from '../containers/images/controller-image.ts';
import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { coverageOf } from '../procedure/coverage.ts';
import { replaceableChecks } from '../procedure/replaceable-checks.ts';
import { type GuideExpectations, guideExpectations } from '../requirements/expectations.ts';
import type { ChapterInput } from './chapter-input.ts';
import { ControllerError } from './controller-error.ts';
import { onCancel, type SendLive } from './live-channel.ts';
import { type OpenChapter, openChapter } from './open-chapter.ts';
import { type ControllerProof, proveController } from './prove-controller.ts';
import { startTrials, type Trials } from './start-trials.ts';
import { targetOf } from './target-of.ts';
import type { ChapterSummary } from './vitest-types.ts';

/** One chapter on one distribution: whatever is asked of it, what must come before it is done first, once. */
export interface ChapterRun extends AsyncDisposable {
  /** Never rejects: what could not be found out is a finding too. */
  finding(check: Check): Promise<Finding>;
  transcriptOf(id: string): readonly TranscriptEntry[];
  summary(): Promise<ChapterSummary>;
}

type Opening =
  | { readonly chapter: OpenChapter }
  | { readonly reason: string; readonly image: ControllerImage | undefined };
type Result = Judgement & { readonly durationMs: number };

/** What has been found out so far. */
interface Progress {
  opened?: Opening;
  proof?: Promise<ControllerProof>;
  trials?: Trials;
}

/** Starts with booting the machine at once; where that fails, every finding says why. */
export function startChapter(input: ChapterInput, send: SendLive): ChapterRun {
  const cancel = onCancel();
  const opening = open(input, send, cancel.signal);
  const progress: Progress = {};
  const judge = async (check: Check): Promise<Result> => {
    const read = replaceableChecks(input.procedure).find((result) => result.check.id === check.id);
    if (read) return { ...read.judgement, durationMs: read.durationMs };
    progress.opened = await opening;
    if ('reason' in progress.opened) return unknown(check, progress.opened.reason);
    send({ kind: 'working', target: input.distribution, on: check.title });
    return judgeOn(progress.opened.chapter, check, input, progress);
  };
  const chapter = (): OpenChapter | undefined =>
    progress.opened && 'chapter' in progress.opened ? progress.opened.chapter : undefined;
  return {
    async finding(check) {
      const { durationMs, ...judgement } = await judge(check).catch((error) => unknown(check, String(error)));
      const redact = chapter()?.redact ?? ((text: string) => text);
      return findingOf(input.distribution, { check, judgement, durationMs }, redact);
    },
    transcriptOf(id) {
      const followed = chapter()?.transcript.filter((entry) => entry.id === id) ?? [];
      return [...followed, ...(progress.trials?.transcriptOf(id) ?? [])];
    },
    summary: async () => summarise(input, await opening, await progress.proof?.catch(() => undefined)),
    async [Symbol.asyncDispose]() {
      const ended = await opening;
      if ('chapter' in ended) await ended.chapter.controller[Symbol.asyncDispose]();
      cancel[Symbol.dispose]();
    },
  };
}

function open(input: ChapterInput, send: SendLive, signal: AbortSignal): Promise<Opening> {
  return openChapter(input, send, signal).then(
    (chapter) => ({ chapter }),
    (error: unknown) => ({
      reason: error instanceof Error ? error.message : String(error),
      image: error instanceof ControllerError ? error.image : undefined,
    }),
  );
}

/** Does what must come before a check and has not been done yet, then gives the check's result. */
async function judgeOn(
  chapter: OpenChapter,
  check: Check,
  input: ChapterInput,
  progress: Progress,
): Promise<Result> {
  const step = await chapter.followed.result(check.id);
  if (step) return { ...step.judgement, durationMs: step.durationMs };
  await chapter.followed.finish();
  if (chapter.run.blockedBy) return unknown(check, chapter.run.blockedBy);
  const expectations = expectationsOf(chapter);
  progress.proof ??= proveController(chapter.controller, chapter.password, expectations);
  const proven = await progress.proof;
  const found = proven.judgements.get(check.id);
  if (found) return found;
  progress.trials ??= startTrials(input, chapter, expectations, proven);
  return (await progress.trials.result(check.id)) ?? unknown(check, 'nothing looked at it');
}

/** A remedy that was carried out promises something more. */
function expectationsOf({ run, controller: { machine } }: OpenChapter): GuideExpectations {
  return run.remedyApplied ? { ...guideExpectations, epmdAddress: machine.address } : guideExpectations;
}

function unknown(check: Check, reason: string): Result {
  return { outcome: 'could-not-check', severity: check.severity, reason, durationMs: 0 };
}

function summarise(
  input: ChapterInput,
  opening: Opening,
  proof: ControllerProof | undefined,
): ChapterSummary {
  const { distribution: id, procedure, options } = input;
  const results = 'chapter' in opening ? opening.chapter.followed.results : [];
  const coverage = coverageOf(id, procedure, results);
  const repairs = results.flatMap(({ check, repair }) => (repair ? [[check.id, repair] as const] : []));
  if ('reason' in opening)
    return { target: targetOf(id, options, { image: opening.image }), coverage, repairs, values: [] };
  const { controller, ledger, values } = opening.chapter;
  const seen = {
    image: controller.image,
    brokerVersion: proof?.brokerVersion,
    accommodations: ledger.entries,
  };
  const open = [...values.values].filter(([name]) => !values.secrets.has(name));
  return { target: targetOf(id, options, seen), coverage, repairs, values: open };
}
