import { addUserCommand } from '../controls/passwords/add-user-command.ts';
import { passwordChecks } from '../controls/passwords/index.ts';
import { type PasswordResult, tryPasswords } from '../controls/passwords/try-passwords.ts';
import type { Judgement } from '../model/evidence.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { openRootShell } from '../procedure/root-shell.ts';
import { terminalText } from '../procedure/terminal-text.ts';
import type { ChapterInput } from './chapter-input.ts';
import type { OpenChapter } from './open-chapter.ts';
import { brokerAddress } from './prove-controller.ts';

/** What came of every password of the matrix, and what was typed for it. */
export interface PasswordResults {
  readonly results: ReadonlyMap<string, Judgement & { readonly durationMs: number }>;
  readonly transcript: readonly TranscriptEntry[];
}

/** Adding a user takes a second, and what waits for its reader is noticed at once; a loaded host takes longer. */
const timeoutMs = 30_000;

/** Types the guide's own command that adds a user once for each password of the matrix. */
export async function passwordResults(input: ChapterInput, chapter: OpenChapter): Promise<PasswordResults> {
  const { controller, password, ledger } = chapter;
  const command = addUserCommand(input.procedure);
  if (!command) {
    return withoutTrial('not-applicable', 'the guide has no command that leaves a password to its reader');
  }
  ledger.add({
    id: 'passwords.users',
    text: `typed this command again for users named ${command.user}-…, each with another password`,
    where: command.where,
  });
  const tried = await tryPasswords({
    command,
    transport: controller.transport,
    timeoutMs,
    openShell: () => openRootShell(controller.transport, input.engine.environment, timeoutMs),
    address: () => brokerAddress(controller, password),
  });
  if (!tried.known) return withoutTrial('could-not-check', tried.reason);
  return {
    results: new Map(
      tried.value.map(({ id, judgement, typed }) => [
        id,
        { ...judgement, durationMs: typed.result.durationMs },
      ]),
    ),
    transcript: tried.value.map((result) => transcriptEntry(input.distribution, result)),
  };
}

function withoutTrial(outcome: Judgement['outcome'], reason: string): PasswordResults {
  const results = passwordChecks.map(({ id, severity }) => {
    return [id, { outcome, severity, reason, durationMs: 0 }] as const;
  });
  return { results: new Map(results), transcript: [] };
}

function transcriptEntry(target: string, { id, typed: { line, result } }: PasswordResult): TranscriptEntry {
  const { exitCode } = result;
  const durationMs = Math.round(result.durationMs);
  const output = terminalText(result.output);
  return { target, id, command: line, output, ...(exitCode !== undefined && { exitCode }), durationMs };
}
