import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A lock between processes: kept until it is disposed of or this process ends, however it ends. */
export interface FileLock {
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Waits for the kernel's lock on the file `path` (made when missing, never removed) and takes it.
 * A child holds it: `cat` under flock(1), on macOS under lockf(1). Its standard input is a pipe from this process, so it
 * ends when this process does; and it has a session of its own, so Ctrl-C does not release the lock before the work is over.
 * @throws Error when the locking program is missing or fails, and the signal's reason when that aborts the wait.
 */
export async function lockFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<FileLock> {
  options.signal?.throwIfAborted();
  await mkdir(dirname(path), { recursive: true });
  const [program, args] =
    process.platform === 'darwin' ? ['lockf', ['-k', path, 'cat']] : ['flock', [path, 'cat']];
  const holder = spawn(program, args, { detached: true });
  // A holder that dies early breaks the pipe; its end says why.
  holder.stdin.on('error', () => holder.stdin.destroy());
  const ended = new Promise<void>((resolve) => holder.once('close', () => resolve()));
  const release = () => {
    holder.stdin.end();
    return ended;
  };
  try {
    await taken(holder, path, options);
  } catch (error) {
    holder.kill();
    await release();
    throw options.signal?.aborted ? options.signal.reason : error;
  }
  return { [Symbol.asyncDispose]: release };
}

/** What is written to `cat` comes back only once the lock is there. */
async function taken(
  holder: ChildProcessWithoutNullStreams,
  path: string,
  options: { readonly signal?: AbortSignal },
): Promise<void> {
  const complaint: string[] = [];
  holder.stderr.setEncoding('utf8').on('data', (part: string) => complaint.push(part));
  const failed = once(holder, 'close').then(() => {
    throw new Error(
      `Cannot lock ${path} with ${holder.spawnfile}: ${complaint.join('').trim() || 'it ended at once'}.`,
    );
  });
  holder.stdin.write('locked\n');
  await Promise.race([once(holder.stdout, 'data', options), failed]);
}
