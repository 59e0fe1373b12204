import { $ } from 'zx/core';
import { boundedStore, textOf } from './bounded-store.ts';
import type { CommandResult } from './transport.ts';
import { type Printed, TransportError } from './transport-error.ts';

/** What became of a program on this host; `exitCode` is null when a signal ended it. */
export interface HostAnswer extends Omit<CommandResult, 'exitCode'> {
  readonly exitCode: number | null;
  /** It did not end by itself in time. */
  readonly timedOut: boolean;
}

export interface HostOptions {
  readonly timeoutMs: number;
  /** Set over this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  /** An open file for both outputs of a program that leaves a process behind, which would keep pipes open. */
  readonly output?: number;
}

/** Runs a program on this host, keeps a bounded part of what it prints, and ends it when its time is over. */
export async function runHere(commandLine: readonly string[], options: HostOptions): Promise<HostAnswer> {
  const { timeoutMs, environment, input = '', output = 'pipe' } = options;
  const store = boundedStore();
  const start = performance.now();
  const quietly = $({
    env: { ...process.env, ...environment },
    store,
    stdio: ['pipe', output, output],
    quiet: true,
    nothrow: true,
    // zx takes 0 for no limit.
    timeout: Math.max(1, timeoutMs),
    timeoutSignal: 'SIGKILL',
  });
  const child = quietly`${commandLine}`;
  // zx's own `input` dies of EPIPE when a command ends without reading all of it, which is no error.
  child.stdin.on('error', () => {}).end(input);
  // What it left behind may hold its outputs open, as ssh's shared connection does; nobody waits for that.
  child.child?.once('exit', (code) => {
    if (code === null) for (const stream of [child.child?.stdout, child.child?.stderr]) stream?.destroy();
  });
  const { exitCode } = await child;
  const durationMs = Math.round(performance.now() - start);
  const timedOut = exitCode === null && durationMs >= timeoutMs;
  return { exitCode, stdout: textOf(store.stdout), stderr: textOf(store.stderr), durationMs, timedOut };
}

/** The error for a command that did not end in time; `where` is the machine's name. */
export function timeoutError(what: string, where: string, timeoutMs: number, printed?: Printed) {
  // What is left of the time differs from machine to machine, and their reasons are told together.
  const seconds = timeoutMs < 1_000 ? timeoutMs / 1_000 : Math.round(timeoutMs / 1_000);
  const message = `${what} on ${where} did not end within ${seconds} s`;
  return new TransportError('timeout', message, printed && { printed });
}
