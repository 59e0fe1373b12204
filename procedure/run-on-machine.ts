import type { Judgement } from '../model/evidence.ts';
import { TransportError } from '../transports/transport-error.ts';
import { type CommandEvidence, judgeCommand } from './judge-command.ts';
import { terminalText } from './terminal-text.ts';
import type { Workplace } from './workplace.ts';

/** How a program ended that was run without a shell; `stdout` is as it came, `text` is for people, without secrets. */
export interface MachineRun extends CommandEvidence {
  readonly argv: readonly string[];
  readonly stdout: string;
  readonly durationMs: number;
}

/** Runs one program on the machine beside the shell; whatever goes wrong is told in the result. */
export async function runOnMachine(
  argv: readonly string[],
  workplace: Pick<Workplace, 'transport' | 'redact' | 'commandTimeoutMs'>,
  input = '',
): Promise<MachineRun> {
  const { transport, redact, commandTimeoutMs: timeoutMs } = workplace;
  const start = performance.now();
  try {
    const { exitCode, stdout, stderr, durationMs } = await transport.run(argv, { input, timeoutMs });
    const text = redact(terminalText(stdout + stderr));
    return { argv, ended: 'itself', exitCode, stdout, text, timeoutMs, durationMs };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const ended = error.code === 'timeout' ? 'by-timeout' : 'shell-gone';
    const durationMs = performance.now() - start;
    return { argv, ended, stdout: '', text: redact(error.message), timeoutMs, durationMs };
  }
}

/** A command line for people to read, or to type: words that a shell would not take as they are stand in quotes. */
export function commandLine(argv: readonly string[]): string {
  return argv
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}

/** Judges a program as a typed command is judged. */
export function judgeRun(run: MachineRun, { redact }: Pick<Workplace, 'redact'>): Judgement {
  return judgeCommand({ command: redact(commandLine(run.argv)) }, run);
}

/** Puts on record what was done for a finding: by default the program and what it printed. */
export function record(
  id: string,
  { argv, text, exitCode, durationMs }: MachineRun,
  { target, redact, onLine, onTranscript }: Pick<Workplace, 'target' | 'redact' | 'onLine' | 'onTranscript'>,
  done: { readonly command?: string; readonly output?: string } = {},
): void {
  const command = redact(done.command ?? commandLine(argv));
  const exit = exitCode === undefined ? {} : { exitCode };
  onLine(command);
  onTranscript({
    target,
    id,
    command,
    output: redact(done.output ?? text),
    ...exit,
    durationMs: Math.round(durationMs),
  });
}
