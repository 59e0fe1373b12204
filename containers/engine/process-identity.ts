import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process `pid` started: on Linux field 22 of /proc/PID/stat (clock ticks since boot, see proc(5)), elsewhere what
 * ps(1) prints. With the pid it names a process for good, since pids are used again. `undefined` when it has ended.
 */
export function startTimeOf(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | undefined {
  try {
    return parseStartTime(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The start time in a line of /proc/PID/stat; `undefined` for a zombie, which has ended but is not yet reaped. */
export function parseStartTime(stat: string): string | undefined {
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : rest[18];
}

function fromPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return started.replaceAll(/\s+/g, '-') || undefined;
  } catch {
    return undefined;
  }
}
