import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { $ } from 'zx';
import { diskFull, isDiskFull, privileges } from './advice.ts';
import { raiseBridge, removeBridge } from './bridge.ts';
import type { DaemonProgram } from './daemon-program.ts';
import { readHostSettings } from './daemon-settings.ts';
import { EngineError } from './engine-error.ts';
import { type EngineFacts, readEngineFacts } from './engine-facts.ts';
import type { EngineFolder } from './engine-folder.ts';
import { endEngineProcesses } from './engine-processes.ts';
import { systemPath } from './find-program.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Starts an engine whose every file lies in `folder`, and waits until it answers. What a killed one left is cleared away first.
 * @throws EngineError `start-failed` with the end of its log, and the signal's reason when that aborts the wait.
 */
export async function startDaemon(
  folder: EngineFolder,
  program: DaemonProgram,
  signal?: AbortSignal,
): Promise<EngineFacts> {
  await stopDaemon(folder);
  // Its pid files may name a process that is somebody else's by now, for which dockerd would wait or give up.
  const pidFiles = [pidFile(folder), join(folder.execRoot, 'containerd', 'containerd.pid')];
  await Promise.all(pidFiles.map((path) => rm(path, { force: true })));
  await mkdir(folder.execRoot, { recursive: true, mode: 0o700 });
  const args = program.name === 'dockerd' ? await dockerdArguments(folder) : podmanArguments(folder);
  const daemon = launch(program.path, args, folder.log);
  return untilItAnswers(folder, daemon, signal);
}

/** Ends the engine in `folder`, and its containerd; images and containers stay on the disk. Nothing happens when none runs. */
export async function stopDaemon(folder: EngineFolder): Promise<void> {
  await endEngineProcesses(folder.path);
  await rm(folder.socket, { force: true });
  await removeBridge(folder.path);
  // A dockerd that was killed leaves its data folder mounted on itself, and the folder could not be removed.
  await $({ quiet: true, nothrow: true })`umount ${dockerData(folder)}`;
}

/** See dockerd(8). The namespaces matter where a containerd of the system's runs, which dockerd then uses. */
async function dockerdArguments(folder: EngineFolder): Promise<readonly string[]> {
  const settings = join(folder.path, 'daemon.json');
  await writeFile(settings, JSON.stringify(await readHostSettings()));
  const bridge = await raiseBridge(folder.path);
  return [
    ...['--config-file', settings],
    ...['--data-root', dockerData(folder), '--exec-root', folder.execRoot],
    ...['--pidfile', pidFile(folder), '--host', `unix://${folder.socket}`],
    ...['--containerd-namespace', 'guideproof', '--containerd-plugins-namespace', 'guideproof-plugins'],
    ...(bridge ? ['--bridge', bridge] : []),
  ];
}

function dockerData(folder: EngineFolder): string {
  return join(folder.dataRoot, 'docker');
}

function pidFile(folder: EngineFolder): string {
  return join(folder.execRoot, 'dockerd.pid');
}

/** See podman-system-service(1). */
function podmanArguments(folder: EngineFolder): readonly string[] {
  const storage = ['--root', join(folder.dataRoot, 'podman'), '--runroot', folder.execRoot];
  return [...storage, 'system', 'service', '--time', '0', `unix://${folder.socket}`];
}

interface Launched {
  /** Why it is over, once it is. */
  readonly ended: () => string | undefined;
}

function launch(path: string, args: readonly string[], logPath: string): Launched {
  const log = openSync(logPath, 'w');
  // A session of its own: Ctrl-C on our terminal must not reach it.
  const daemon = spawn(path, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: daemonEnvironment(process.env),
  });
  closeSync(log);
  let ended: string | undefined;
  daemon.once('error', (error) => {
    ended = error.message;
  });
  daemon.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `exit code ${code}`}`;
  });
  daemon.unref();
  return { ended: () => ended };
}

/** What a daemon needs of our environment; passwords in the rest are none of its business. */
export function daemonEnvironment(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const needed = /^(HOME|LANG|TMPDIR|XDG_.*|(HTTPS?|NO|ALL)_PROXY)$/i;
  const kept = Object.entries(environment).filter(([name]) => needed.test(name));
  return { ...Object.fromEntries(kept), PATH: systemPath(environment) };
}

async function untilItAnswers(
  folder: EngineFolder,
  daemon: Launched,
  signal?: AbortSignal,
): Promise<EngineFacts> {
  const timeoutMs = 60_000;
  let facts: EngineFacts | undefined;
  const settled = async () => {
    facts = await readEngineFacts(`unix://${folder.socket}`).catch(() => undefined);
    return facts !== undefined || daemon.ended() !== undefined;
  };
  await waitUntil(settled, { timeoutMs, signal });
  if (facts) return facts;
  const why = daemon.ended() ?? `it did not answer within ${timeoutMs / 1000} s`;
  const log = await readFile(folder.log, 'utf8');
  throw new EngineError('start-failed', explainStart(why, log, folder.log));
}

/** What to tell somebody whose private engine did not start: why, the end of its log, and what helps. */
export function explainStart(why: string, log: string, logPath: string): string {
  const telling = log.split('\n').filter((line) => line.trim() !== '' && !/level="?(info|debug)/.test(line));
  const end = telling.slice(-6).join('\n');
  const advice = isDiskFull(log) ? diskFull : privileges;
  return `The private container engine did not start: ${why}. From ${logPath}:\n${end}\n${advice}`;
}
