import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { startTimeOf } from './process-identity.ts';

/** The label that everything we make in an engine carries; its value says which process made it. */
export const ownerLabelName = 'guideproof.owner';

const ownerSchema = z.object({
  hostname: z.string(),
  /** Changes with every start of the machine; empty where /proc does not tell. */
  boot: z.string(),
  /** In which table of processes the pid counts: a container has one of its own. */
  pids: z.string(),
  pid: z.number(),
  started: z.string(),
});

/** The label's value for this process. */
export function ownerLabel(): string {
  const { pid } = process;
  return JSON.stringify({ ...thisMachine(), pid, started: startTimeOf(pid) ?? '' });
}

/**
 * Whether the process that a label's value names still runs. Of another machine's process, or of a value that is not ours,
 * this cannot be known: it counts as alive, so that nothing of it is removed.
 */
export function isAlive(
  label: string,
  startTimes: (pid: number) => string | undefined = startTimeOf,
): boolean {
  const parsed = z.string().transform(tryJson).pipe(ownerSchema).safeParse(label);
  if (!parsed.success) return true;
  const owner = parsed.data;
  const here = thisMachine();
  if (owner.hostname !== here.hostname) return true;
  // The same machine after a restart: none of its processes from before are there any more.
  if (owner.boot !== here.boot) return false;
  return owner.pids !== here.pids || startTimes(owner.pid) === owner.started;
}

function thisMachine() {
  const boot = tryRead(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  return { hostname: hostname(), boot, pids: tryRead(() => readlinkSync('/proc/self/ns/pid')) };
}

function tryRead(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
