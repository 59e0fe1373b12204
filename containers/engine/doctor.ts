import { statfs } from 'node:fs/promises';
import { findClient } from './client.ts';
import { findDaemonProgram } from './daemon-program.ts';
import type { EngineAddress } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { cacheFolder, engineFolder } from './engine-folder.ts';
import { type FoundEngine, findEngine } from './find-engine.ts';
import { findInstallation } from './install-engine.ts';
import { mayStart, noEngine } from './open-engine.ts';
import { askPrivateEngine } from './private-engine.ts';

/** An engine that can be used, as far as can be seen from outside. */
export interface EngineCheckup extends Omit<EngineAddress, 'environment'> {
  readonly storageDriver: string;
  /** Where images and containers lie, on the engine's own machine. */
  readonly dataRoot: string;
  /** What is free there for users; absent when the engine's disk is not this machine's. */
  readonly freeBytes?: number;
}

/** Whether there is an engine: one that answers, one that `openEngine` would start, or none and what helps. */
export type EngineExamination =
  | { readonly state: 'ready'; readonly engine: EngineCheckup }
  | { readonly state: 'startable'; readonly plan: string }
  | { readonly state: 'unusable'; readonly code: EngineError['code']; readonly problem: string };

/** Looks at the container engine that `openEngine` would use; nothing is installed, started or changed. */
export async function examineEngine(
  options: { readonly cacheFolder?: string } = {},
): Promise<EngineExamination> {
  try {
    return await examine(options.cacheFolder ?? cacheFolder());
  } catch (error) {
    if (error instanceof EngineError) return { state: 'unusable', code: error.code, problem: error.message };
    throw error;
  }
}

async function examine(cache: string): Promise<EngineExamination> {
  const search = await findEngine();
  if (search.found) return { state: 'ready', engine: await checkUp(search.found) };
  if (!mayStart()) throw await noEngine(search);
  const folder = engineFolder(cache);
  const running = await askPrivateEngine(folder);
  if (running) return { state: 'ready', engine: await checkUp(running) };
  const plan = await planStart(folder.path);
  if (!plan) throw await noEngine(search);
  return { state: 'startable', plan };
}

async function planStart(folder: string): Promise<string | undefined> {
  const program = await findDaemonProgram();
  if (program) return `start a private ${program.name} with its files in ${folder}`;
  const how = await findInstallation();
  if (!how) return undefined;
  const install = `install ${how.packages[0]} with ${how.manager} (${how.size})`;
  return `${install}, then start a private engine with its files in ${folder}`;
}

async function checkUp({ host, origin, facts }: FoundEngine): Promise<EngineCheckup> {
  const cli = await findClient(facts.kind, origin);
  const freeBytes = host.startsWith('unix://') ? await freeBytesIn(facts.dataRoot) : undefined;
  return { ...facts, host, origin, cli, ...(freeBytes !== undefined && { freeBytes }) };
}

/** Docker Desktop's socket is here, but its disk is inside a virtual machine: then the folder does not exist here. */
async function freeBytesIn(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
