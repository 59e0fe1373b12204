import { claimsOf } from '../guide/claims.ts';
import { substitute } from '../guide/replaceables.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { type Ledger, newLedger } from '../procedure/ledger.ts';
import { type ProcedureRun, startProcedure } from '../procedure/procedure-run.ts';
import { type Redact, redactor } from '../procedure/redact.ts';
import { chooseValues } from '../procedure/replaceable-values.ts';
import type { ChapterInput } from './chapter-input.ts';
import { type FollowedProcedure, followProcedure } from './follow-procedure.ts';
import type { SendLive } from './live-channel.ts';
import { type Controller, openController } from './open-controller.ts';

/** A chapter that is being followed on a booted machine. */
export interface OpenChapter {
  readonly controller: Controller;
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
  const { distribution: target, procedure, options } = input;
  const onLine = (line: string): void => send({ kind: 'line', target, line });
  const controller = await openController(input, send, signal);
  const { values, secrets, accommodations } = chooseValues(procedure.replaceables, {
    managementAddress: controller.machine.address,
  });
  const [ledger, redact, transcript] = [newLedger(), redactor(secrets), [] as TranscriptEntry[]];
  ledger.add(...controller.image.accommodations, ...controller.machine.accommodations, ...accommodations);
  const { password, service } = claimsOf(procedure);
  const run = startProcedure({
    target,
    shell: controller.shell,
    transport: controller.transport,
    ...(service && { service: service.value }),
    substitute: (text) => substitute(text, Object.fromEntries(values)),
    redact,
    commandTimeoutMs: options.commandTimeoutMs,
    ledger,
    onLine,
    onTranscript: (entry) => transcript.push(entry),
  });
  const followed = followProcedure(procedure, run);
  const secret = substitute(password?.value ?? '', Object.fromEntries(values));
  return { controller, run, followed, ledger, redact, password: secret, transcript };
}
