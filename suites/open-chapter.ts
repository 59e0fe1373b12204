import { claimsOf } from '../guide/claims.ts';
import { substitute } from '../guide/replaceables.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { type Ledger, newLedger } from '../procedure/ledger.ts';
import { type ProcedureRun, startProcedure } from '../procedure/procedure-run.ts';
import { type Redact, redactor } from '../procedure/redact.ts';
import { chooseValues, type ReplaceableValues } from '../procedure/replaceable-values.ts';
import type { Workplace } from '../procedure/workplace.ts';
import type { ChapterInput } from './chapter-input.ts';
import { type FollowedProcedure, followProcedure } from './follow-procedure.ts';
import type { SendLive } from './live-channel.ts';
import { type Controller, openController } from './open-controller.ts';

/** A chapter that is being followed on a booted machine. */
export interface OpenChapter {
  readonly controller: Controller;
  readonly workplace: Workplace;
  readonly values: ReplaceableValues;
  readonly run: ProcedureRun;
  readonly followed: FollowedProcedure;
  readonly ledger: Ledger;
  readonly redact: Redact;
  /** What was put where the guide asks for the user's password. */
  readonly password: string;
  readonly transcript: readonly TranscriptEntry[];
}

/**
 * Boots the machine and makes ready to follow the guide there.
 * @throws Error in words for the user when there is no machine.
 */
export async function openChapter(
  input: ChapterInput,
  send: SendLive,
  signal: AbortSignal,
): Promise<OpenChapter> {
  const controller = await openController(input, send, signal);
  const { address } = controller.machine;
  return chapterOn(
    input,
    controller,
    chooseValues(input.procedure.replaceables, { managementAddress: address }),
    send,
  );
}

/** The chapter on a machine that has booted, with the values that its reader has chosen. */
export function chapterOn(
  input: ChapterInput,
  controller: Controller,
  values: ReplaceableValues,
  send: SendLive,
): OpenChapter {
  const { procedure } = input;
  const [ledger, redact, transcript] = [newLedger(), redactor(values.secrets), [] as TranscriptEntry[]];
  ledger.add(
    ...controller.image.accommodations,
    ...controller.machine.accommodations,
    ...values.accommodations,
  );
  const { password, service } = claimsOf(procedure);
  const fill = (text: string): string => substitute(text, Object.fromEntries(values.values));
  const { distribution: target, options } = input;
  const workplace: Workplace = {
    target,
    shell: controller.shell,
    transport: controller.transport,
    ...(service && { service: service.value }),
    forceRemedy: options.forceRemedy ?? false,
    substitute: fill,
    redact,
    commandTimeoutMs: options.commandTimeoutMs,
    ledger,
    onLine: (line) => send({ kind: 'line', target, line }),
    onTranscript: (entry) => transcript.push(entry),
  };
  const run = startProcedure(workplace);
  const followed = followProcedure(procedure, run);
  return {
    controller,
    workplace,
    values,
    run,
    followed,
    ledger,
    redact,
    password: fill(password?.value ?? ''),
    transcript,
  };
}
