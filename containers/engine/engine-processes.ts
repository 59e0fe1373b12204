import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { startTimeOf } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

const daemons = ['dockerd', 'podman', 'containerd'];

/**
 * The pids of the private engine whose files lie in `folder`, dockerd before its containerd. The process table is asked,
 * not a pid file: after a reboot the number in a pid file may be anybody's.
 */
export function engineProcesses(folder: string): readonly number[] {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), argv: commandLineOf(name) }))
    .filter(({ argv }) => argv.some((argument) => argument.includes(`${folder}/`)))
    // Podman's client has the same name as its service.
    .filter(({ argv }) => basename(argv[0] ?? '') !== 'podman' || argv.includes('service'))
    .map(({ pid, argv }) => ({ pid, rank: daemons.indexOf(basename(argv[0] ?? '')) }));
  return running
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ pid }) => pid);
}

function commandLineOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Ends the private engine's processes one after the other: SIGTERM, and SIGKILL for one that is still there after 15 s. */
export async function endEngineProcesses(folder: string): Promise<void> {
  for (const pid of engineProcesses(folder)) await end(pid);
}

async function end(pid: number): Promise<void> {
  const gone = () => startTimeOf(pid) === undefined;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return;
    if (await waitUntil(gone, { timeoutMs: 15_000 })) return;
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
