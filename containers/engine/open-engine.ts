import { clientEnvironment, findClient } from './client.ts';
import { type DaemonProgram, findDaemonProgram } from './daemon-program.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { cacheFolder } from './engine-folder.ts';
import { type FoundEngine, findEngine, type Search } from './find-engine.ts';
import { findInstallation, installEngine } from './install-engine.ts';
import { explainNoEngine } from './no-engine.ts';
import { joinPrivateEngine } from './private-engine.ts';

export interface OpenEngineOptions {
  /** Gets a line for each thing worth saying while an engine is installed or started. */
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
  /** Where a private engine keeps its files; `$XDG_CACHE_HOME/guideproof` or `~/.cache/guideproof` without it. */
  readonly cacheFolder?: string;
}

/**
 * Finds a container engine, or, for root on Linux, starts a private one and installs it first where it is missing.
 * @throws EngineError when none can be used, and the signal's reason when that aborts the wait.
 */
export async function openEngine(options: OpenEngineOptions): Promise<Engine> {
  const search = await findEngine();
  if (search.found) return toEngine(search.found, async () => {});
  if (!mayStart()) throw await noEngine(search);
  const cache = options.cacheFolder ?? cacheFolder();
  const engine = await joinPrivateEngine(cache, () => provideProgram(search, options), options.signal);
  return toEngine(engine, engine.leave).catch(async (error: unknown) => {
    await engine.leave();
    throw error;
  });
}

/** Whether this process may install and start an engine: that takes root, on Linux. */
export function mayStart(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

async function provideProgram(search: Search, options: OpenEngineOptions): Promise<DaemonProgram> {
  const program = (await findDaemonProgram()) ?? (await installed(search, options));
  options.onProgress(`No container engine answers: starting a private one (${program.name}).`);
  return program;
}

async function installed(search: Search, options: OpenEngineOptions): Promise<DaemonProgram> {
  const how = await findInstallation();
  if (!how) throw await noEngine(search);
  return installEngine(how, options);
}

/** The error that says why there is no engine, with the command that helps on this machine. */
export async function noEngine({ silent }: Search): Promise<EngineError> {
  const program = await findDaemonProgram();
  const how = await findInstallation();
  const { platform } = process;
  const message = explainNoEngine({ platform, silent, installed: program?.name, byHand: how?.byHand });
  return new EngineError('no-engine', message);
}

async function toEngine({ host, origin, facts }: FoundEngine, leave: () => Promise<void>): Promise<Engine> {
  const { kind, version, apiVersion, cgroup } = facts;
  const cli = await findClient(kind, origin);
  const environment = clientEnvironment(kind, host, process.env);
  return { kind, cli, host, version, apiVersion, cgroup, environment, origin, [Symbol.asyncDispose]: leave };
}
