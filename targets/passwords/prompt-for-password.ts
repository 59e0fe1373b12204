import type { ReadStream } from 'node:tty';
import { TargetError } from '../target-error.ts';

/** The terminal that a prompt speaks to. */
export interface Terminal {
  readonly input: Pick<
    ReadStream,
    'isTTY' | 'setRawMode' | 'setEncoding' | 'on' | 'off' | 'resume' | 'pause'
  >;
  readonly output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
}

const [ctrlC, ctrlD, ctrlU, backspace] = ['\u0003', '\u0004', '\u0015', '\u007f'] as const;

const ends: readonly string[] = ['\r', '\n', ctrlD];

/**
 * Asks for a password and shows nothing of it; `undefined` where there is no terminal, or for an empty answer. Backspace and
 * Ctrl-U edit, Ctrl-D ends.
 * @throws TargetError (code `interrupted`) for Ctrl-C.
 */
export async function promptForPassword(
  question: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<string | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined;
  // What is typed the moment the question appears must not be echoed either.
  input.setRawMode(true);
  try {
    output.write(question);
    return (await readLine(input)) || undefined;
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

async function readLine(input: Terminal['input']): Promise<string> {
  const hearing = new AbortController();
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const onData = (text: string): void => {
        for (const character of text) {
          if (character === ctrlC) reject(interrupted());
          if (ends.includes(character)) resolve(typed);
          typed = edit(typed, character);
        }
      };
      const onEnd = (): void => resolve(typed);
      hearing.signal.addEventListener('abort', () => input.off('data', onData).off('end', onEnd));
      input.setEncoding('utf8');
      input.on('data', onData).on('end', onEnd).resume();
    });
  } finally {
    hearing.abort();
  }
}

function edit(typed: string, character: string): string {
  if (character === backspace || character === '\b') return [...typed].slice(0, -1).join('');
  if (character === ctrlU) return '';
  return /\p{Cc}/u.test(character) ? typed : typed + character;
}

function interrupted(): TargetError {
  return new TargetError({
    code: 'interrupted',
    where: 'password prompt',
    expected: 'a password (empty to go on without)',
    got: 'Ctrl-C',
  });
}
