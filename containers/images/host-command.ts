import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface HostCommandOptions {
  /** The whole environment of the command; that of this process if not given. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Hears every line of standard output and standard error, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Ends the command; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What the command is ended with; SIGTERM, on which a command clears up after itself, if not given. */
  readonly killSignal?: NodeJS.Signals;
}

export interface HostCommandResult {
  /** 127 when the program is not installed, as in a shell; 128 when a signal ended it. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program on this host, no shell between; a non-zero exit code is a result, not an error. */
export type RunHostCommand = (
  argv: readonly [string, ...string[]],
  options?: HostCommandOptions,
) => Promise<HostCommandResult>;

/** The one that really runs it. */
export const runHostCommand: RunHostCommand = async ([file, ...argv], options = {}) => {
  options.signal?.throwIfAborted();
  const child = spawn(file, argv, {
    env: options.environment ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill(options.killSignal);
  options.signal?.addEventListener('abort', end);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      exitCodeOf(child),
      linesOf(child.stdout, options.onLine),
      linesOf(child.stderr, options.onLine),
    ]);
    options.signal?.throwIfAborted();
    const missing = exitCode === 127 && stderr === '' ? `${file}: not installed` : stderr;
    return { exitCode, stdout, stderr: missing };
  } finally {
    options.signal?.removeEventListener('abort', end);
  }
};

function exitCodeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(127) : reject(error),
    );
    child.on('close', (code) => resolve(code ?? 128));
  });
}

async function linesOf(stream: Readable, onLine: ((line: string) => void) | undefined): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    onLine?.(line);
  }
  return lines.join('\n');
}
