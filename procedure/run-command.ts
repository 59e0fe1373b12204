import type { Judgement } from '../model/evidence.ts';
import type { Command } from '../model/procedure.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { type CommandEvidence, judgeCommand, judgePromise } from './judge-command.ts';
import { longestLineBytes } from './root-shell.ts';
import type { ShellResult } from './shell-result.ts';
import { terminalText } from './terminal-text.ts';
import type { Workplace } from './workplace.ts';

/** Types a command of the guide as it stands there, replaceables filled in, and judges how it went. */
export async function runCommand(command: Command, workplace: Workplace): Promise<ActionOutcome> {
  const obstacle = cannotBeTyped(command);
  if (obstacle) return unrun(command, obstacle);
  const { shell, substitute, redact, commandTimeoutMs: timeoutMs } = workplace;
  const onOutput = lineByLine((line) => workplace.onLine(redact(line)));
  const result = await shell.run(substitute(command.command), { timeoutMs, onOutput });
  noteAccommodations(command, result, workplace);
  const text = redact(terminalText(result.output));
  workplace.onTranscript(transcriptEntry(command, result, text, workplace.target));
  const evidence: CommandEvidence = { ...result, text, timeoutMs };
  const fill = (line: string): string => redact(substitute(line));
  const promised = command.promised && judgePromise(command.promised, evidence, fill);
  return {
    judgement: judgeCommand(command, evidence),
    ...(promised && { promised }),
    durationMs: result.durationMs,
  };
}

function cannotBeTyped(command: Command): string | undefined {
  if (command.prompt !== '#' && command.prompt !== '$') {
    return `expected a shell's prompt (# or $), got ${command.prompt}: it is typed into another program`;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal acts on them instead of passing them on
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(command.command))
    return 'expected text, got control characters';
  const longest = Math.max(...command.command.split('\n').map((line) => Buffer.byteLength(line)));
  return longest > longestLineBytes
    ? `expected lines of at most ${longestLineBytes} bytes, got ${longest}`
    : undefined;
}

function unrun(command: Command, reason: string): ActionOutcome {
  const judgement: Judgement = {
    outcome: 'could-not-check',
    severity: 'error',
    command: command.command,
    reason,
  };
  const promised: Judgement = {
    outcome: 'could-not-check',
    severity: 'warning',
    reason: `blocked by ${command.id}`,
  };
  return { judgement, ...(command.promised && { promised }), durationMs: 0 };
}

function noteAccommodations(command: Command, result: ShellResult, { ledger, redact }: Workplace): void {
  const { where } = command;
  for (const { question, answer } of result.answered) {
    ledger.add({
      id: 'prompt.answered',
      text: `answered “${answer}” to “${redact(question).trim()}”`,
      where,
    });
  }
  if (command.prompt === '$') {
    ledger.add({
      id: 'shell.root-instead-of-user',
      text: 'typed into the root shell what the guide gives to a user',
      where,
    });
  }
}

function transcriptEntry(
  command: Command,
  result: ShellResult,
  text: string,
  target: string,
): TranscriptEntry {
  const exit = result.exitCode === undefined ? {} : { exitCode: result.exitCode };
  return {
    target,
    id: command.id,
    command: command.command,
    output: text,
    ...exit,
    durationMs: Math.round(result.durationMs),
  };
}

function lineByLine(onLine: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = `${rest}${chunk}`.slice(-8_192).split(/[\r\n]+/);
    rest = lines.pop() ?? '';
    for (const line of lines.map(terminalText)) if (line.trim() !== '') onLine(line);
  };
}
