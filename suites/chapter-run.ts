import type { ControllerImage } from '../containers/images/controller-image.ts';
import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { coverageOf } from '../procedure/coverage.ts';
import { type Expectations, guideExpectations } from '../requirements/expectations.ts';
import type { ChapterInput } from './chapter-input.ts';
import { ControllerError } from './controller-error.ts';
import { findingOf } from './finding-of.ts';
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

/** Starts with booting the machine at once; where that fails, every finding says why. */
export function startChapter(input: ChapterInput, send: SendLive): ChapterRun {
  const cancel = onCancel();
  const opening: Promise<Opening> = openChapter(input, send, cancel.signal).then(
    (chapter) => ({ chapter }),
    (error: unknown) => ({
      reason: error instanceof Error ? error.message : String(error),
      image: error instanceof ControllerError ? error.image : undefined,
    }),
  );
  let proof: Promise<ControllerProof> | undefined;
  let trials: Trials | undefined;
  let opened: Opening | undefined;

  const judge = async (check: Check): Promise<Result> => {
    opened = await opening;
    if ('reason' in opened) return unknown(check, opened.reason);
    const { chapter } = opened;
    send({ kind: 'working', target: input.distribution, on: check.title });
    const step = await chapter.followed.result(check.id);
    if (step) return { ...step.judgement, durationMs: step.durationMs };
    await chapter.followed.finish();
    if (chapter.run.blockedBy) return unknown(check, chapter.run.blockedBy);
    const { controller, password } = chapter;
    const expectations = expectationsOf(chapter);
    proof ??= proveController(controller, password, expectations);
    const proven = await proof;
    const found = proven.judgements.get(check.id);
    if (found) return found;
    trials ??= startTrials(input, chapter, expectations, proven);
    return (await trials.result(check.id)) ?? unknown(check, 'nothing looked at it');
  };

  return {
    async finding(check) {
      const { durationMs, ...judgement } = await judge(check).catch((error) => unknown(check, String(error)));
      const redact = opened && 'chapter' in opened ? opened.chapter.redact : (text: string) => text;
      return findingOf(input.distribution, { check, judgement, durationMs }, redact);
    },
    transcriptOf(id) {
      const followed = opened && 'chapter' in opened ? opened.chapter.transcript : [];
      return [...followed.filter((entry) => entry.id === id), ...(trials?.transcriptOf(id) ?? [])];
    },
    summary: async () => summarise(input, await opening, await proof?.catch(() => undefined)),
    async [Symbol.asyncDispose]() {
      const { chapter } = { chapter: undefined, ...(await opening) };
      await chapter?.controller[Symbol.asyncDispose]();
      cancel[Symbol.dispose]();
    },
  };
}

/** A remedy that was carried out promises something more. */
function expectationsOf({ run, controller: { machine } }: OpenChapter): Expectations {
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
  if ('reason' in opening) return { target: targetOf(id, options, { image: opening.image }), coverage };
  const { controller, ledger } = opening.chapter;
  const seen = {
    image: controller.image,
    brokerVersion: proof?.brokerVersion,
    accommodations: ledger.entries,
  };
  return { target: targetOf(id, options, seen), coverage };
}
