import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTimeOf } from './process-identity.ts';

/** Tells when a process started; `undefined` when it has ended. */
type StartTimes = (pid: number) => string | undefined;

let taken = 0;

/** Says that this process uses what `folder` stands for; returns the lease's name. To be called under the folder's lock. */
export async function takeLease(folder: string): Promise<string> {
  taken += 1;
  const name = `${process.pid}-${startTimeOf(process.pid)}-${taken}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), '');
  return name;
}

/**
 * Gives the lease `name` back, and those whose processes have ended; returns how many others still hold one.
 * To be called under the folder's lock.
 */
export async function returnLease(
  folder: string,
  name: string,
  startTimes: StartTimes = startTimeOf,
): Promise<number> {
  const leases = await readdir(folder);
  const over = leases.filter((lease) => lease === name || !isHeld(lease, startTimes));
  await Promise.all(over.map((lease) => rm(join(folder, lease), { force: true })));
  return leases.length - over.length;
}

function isHeld(lease: string, startTimes: StartTimes): boolean {
  const [, pid, started] = /^(\d+)-(.+)-\d+$/.exec(lease) ?? [];
  return started !== undefined && startTimes(Number(pid)) === started;
}
