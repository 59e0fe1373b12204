import type { TranscriptEntry } from '../model/transcript.ts';
import type { CommandResult, Transport } from '../transports/transport.ts';
import { TransportError } from '../transports/transport-error.ts';
import { newLedger } from './ledger.ts';
import type { Workplace } from './workplace.ts';

/** How a program ends; what is left out is empty, or 0. */
export type Answer = Partial<Pick<CommandResult, 'exitCode' | 'stdout' | 'stderr'>> | TransportError;

/** A machine with files and nothing else: cat, tee and cp work on them, `answer` plays all other programs. */
export interface FakeMachine {
  readonly files: Map<string, string>;
  /** Everything that was run or typed, in order, words joined by blanks. */
  readonly ran: string[];
  readonly transcript: TranscriptEntry[];
  readonly workplace: Workplace;
}

/** Puts a workplace on such a machine; the only replaceables are IP, which is 10.0.0.11, and PASS, a secret. */
export function fakeMachine(
  files: Readonly<Record<string, string>> = {},
  answer: (line: string, files: Map<string, string>) => Answer = () => ({}),
): FakeMachine {
  const here = new Map(Object.entries(files));
  const ran: string[] = [];
  const transcript: TranscriptEntry[] = [];
  const ask = (line: string): CommandResult => {
    ran.push(line);
    const given = answer(line, here);
    if (given instanceof TransportError) throw given;
    return { exitCode: 0, stdout: '', stderr: '', durationMs: 1, ...given };
  };
  const transport: Transport = {
    name: 'fake',
    run: async (argv, options) => {
      const done = onFiles(argv, options?.input ?? '', here);
      if (done) ran.push(argv.join(' '));
      return done ?? ask(argv.join(' '));
    },
    hostCommandLine: (argv) => argv,
  };
  const workplace: Workplace = {
    target: 'fake-1',
    shell: {
      run: async (line) => {
        const { exitCode, stdout, stderr, durationMs } = ask(line);
        return { output: stdout + stderr, exitCode, ended: 'itself', answered: [], durationMs };
      },
      [Symbol.asyncDispose]: async () => {},
    },
    transport,
    substitute: (text) => text.replaceAll(/\bIP\b/g, '10.0.0.11').replaceAll(/\bPASS\b/g, 's3cret'),
    redact: (text) => text.replaceAll('s3cret', '[PASS]'),
    commandTimeoutMs: 1_000,
    ledger: newLedger(),
    onLine: () => {},
    onTranscript: (entry) => transcript.push(entry),
  };
  return { files: here, ran, transcript, workplace };
}

function onFiles(
  argv: readonly string[],
  input: string,
  files: Map<string, string>,
): CommandResult | undefined {
  const [program, , path = '', destination = ''] = argv;
  const ended = (exitCode: number, stdout: string, stderr = '') => ({
    exitCode,
    stdout,
    stderr,
    durationMs: 1,
  });
  const text = files.get(path);
  if (program === 'tee') {
    files.set(path, input);
    return ended(0, input);
  }
  if (program !== 'cat' && program !== 'cp') return undefined;
  if (text === undefined) return ended(1, '', `${program}: ${path}: No such file or directory\n`);
  if (program === 'cat') return ended(0, text);
  files.set(destination.endsWith('/') ? destination + path.split('/').at(-1) : destination, text);
  return ended(0, '');
}
