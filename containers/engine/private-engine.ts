import { mkdir } from 'node:fs/promises';
import { diskFull, isDiskFull } from './advice.ts';
import type { DaemonProgram } from './daemon-program.ts';
import { EngineError } from './engine-error.ts';
import { type EngineFacts, readEngineFacts } from './engine-facts.ts';
import { type EngineFolder, engineFolder } from './engine-folder.ts';
import { lockFile } from './file-lock.ts';
import type { FoundEngine } from './find-engine.ts';
import { returnLease, takeLease } from './leases.ts';
import { listOwnMachines } from './removal.ts';
import { startDaemon, stopDaemon } from './start-daemon.ts';

export interface PrivateEngine extends FoundEngine {
  /** Gives this use of the engine up; the last user stops it, unless containers of this process still run in it. */
  leave(): Promise<void>;
}

/** What the engine is started with; asked for only when none runs yet. May install it first. */
type ProvideProgram = () => Promise<DaemonProgram>;

/**
 * Joins the private engine below the folder `cache`, or starts it when none runs there. Runs that do so at the same time
 * take turns, so that one starts it and all use it.
 * @throws EngineError when it cannot be started, and the signal's reason when that aborts the wait.
 */
export async function joinPrivateEngine(
  cache: string,
  provideProgram: ProvideProgram,
  signal?: AbortSignal,
): Promise<PrivateEngine> {
  const folder = engineFolder(cache);
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    await using _turn = await lockFile(folder.lock, signal ? { signal } : {});
    return await joinOrStart(folder, provideProgram, signal);
  } catch (error) {
    if (signal?.aborted || error instanceof EngineError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const advice = isDiskFull(why) ? ` ${diskFull}` : '';
    const message = `Cannot prepare a private container engine in ${folder.path}: ${why}.${advice}`;
    throw new EngineError('start-failed', message, { cause: error });
  }
}

async function joinOrStart(
  folder: EngineFolder,
  provideProgram: ProvideProgram,
  signal?: AbortSignal,
): Promise<PrivateEngine> {
  const lease = await takeLease(folder.leases);
  try {
    const engine = (await askPrivateEngine(folder)) ?? (await start(folder, provideProgram, signal));
    return { ...engine, leave: () => leaveInTurn(folder, lease) };
  } catch (error) {
    if ((await returnLease(folder.leases, lease)) === 0) await stopDaemon(folder);
    throw error;
  }
}

/** The private engine in `folder`; `undefined` when none answers. */
export async function askPrivateEngine(folder: EngineFolder): Promise<FoundEngine | undefined> {
  const facts = await readEngineFacts(`unix://${folder.socket}`).catch(() => undefined);
  return facts && describe(folder, facts);
}

async function start(
  folder: EngineFolder,
  provideProgram: ProvideProgram,
  signal?: AbortSignal,
): Promise<FoundEngine> {
  return describe(folder, await startDaemon(folder, await provideProgram(), signal));
}

function describe(folder: EngineFolder, facts: EngineFacts): FoundEngine {
  return { host: `unix://${folder.socket}`, origin: 'started by guideproof', facts };
}

async function leaveInTurn(folder: EngineFolder, lease: string): Promise<void> {
  await using _turn = await lockFile(folder.lock);
  const others = await returnLease(folder.leases, lease);
  // A machine that was left running on purpose, for somebody to look at, would end with its engine.
  if (others === 0 && !(await hasOwnMachine(folder))) await stopDaemon(folder);
}

async function hasOwnMachine(folder: EngineFolder): Promise<boolean> {
  const own = await listOwnMachines({ host: `unix://${folder.socket}` }).catch(() => []);
  return own.length > 0;
}
