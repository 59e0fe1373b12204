import { readFile } from 'node:fs/promises';
import { $ } from 'zx';
import { isDiskFull } from './advice.ts';
import { type DaemonProgram, findDaemonProgram } from './daemon-program.ts';
import { EngineError } from './engine-error.ts';
import { findProgram, systemPath } from './find-program.ts';
import { chooseInstallation, type Installation, installCommand } from './installation.ts';
import { withServicesHeldBack } from './services.ts';

export interface InstallOptions {
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where programs are looked for; PATH and root's folders without it. */
  readonly path?: string;
}

/** How an engine can be installed on this machine; `undefined` where no package manager that we know is found. */
export async function findInstallation(path: string = systemPath()): Promise<Installation | undefined> {
  const managers = ['apt-get', 'dnf', 'zypper'];
  const found = await Promise.all(managers.map((name) => findProgram(name, path)));
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return chooseInstallation(
    managers.filter((_, index) => found[index]),
    osRelease,
  );
}

/**
 * Installs an engine from the distribution's own packages; no service of theirs is started or enabled.
 * @throws EngineError `install-failed` with the end of what the package manager said.
 */
export async function installEngine(how: Installation, options: InstallOptions): Promise<DaemonProgram> {
  const what = how.packages[0];
  options.onProgress(
    `No container engine answers: installing ${what} with ${how.manager} (${how.size}). No service is enabled.`,
  );
  await withServicesHeldBack(() => install(how, options), { path: options.path });
  const program = await findDaemonProgram(options.path);
  if (program) return program;
  throw new EngineError(
    'install-failed',
    `${how.manager} installed ${what}, but its programs are not on the PATH.`,
  );
}

async function install(how: Installation, options: InstallOptions): Promise<void> {
  const first = await attempt(how, options);
  if (first.ok) return;
  if (how.manager !== 'apt-get') throw explainInstall(how, first.said);
  // No index, or one that is older than the archive and names files that are gone from it.
  const update = await run(['apt-get', 'update', '-q'], options);
  const second = await attempt(how, options);
  if (!second.ok) throw explainInstall(how, `${update.said}\n${second.said}`);
}

async function attempt(how: Installation, options: InstallOptions): Promise<Said> {
  const known = await Promise.all(how.optional.map((name) => isKnownToApt(name, options)));
  const packages = [...how.packages, ...how.optional.filter((_, index) => known[index])];
  return run(installCommand(how.manager, packages), options);
}

async function isKnownToApt(name: string, { path = systemPath() }: InstallOptions): Promise<boolean> {
  const env = { ...process.env, PATH: path };
  return (await $({ quiet: true, nothrow: true, env })`apt-cache show ${name}`).ok;
}

interface Said {
  readonly ok: boolean;
  readonly said: string;
}

async function run(command: readonly string[], options: InstallOptions): Promise<Said> {
  const env = {
    ...process.env,
    PATH: options.path ?? systemPath(),
    DEBIAN_FRONTEND: 'noninteractive',
    NEEDRESTART_SUSPEND: '1',
    LC_ALL: 'C',
    // Where there is no systemd, invoke-rc.d starts no service that runlevel 1 does not have.
    RUNLEVEL: '1',
  };
  const signal = options.signal ? { signal: options.signal } : {};
  const running = $({
    quiet: true,
    nothrow: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...signal,
  })`${command}`;
  for await (const line of running) options.onProgress(line);
  const { ok, stdall } = await running;
  options.signal?.throwIfAborted();
  return { ok, said: stdall };
}

const unreachable =
  /temporary failure resolving|could ?n[o']t (resolve|connect)|failed to fetch|no route to host|network is unreachable/i;
const noArchive = 'The package archive cannot be reached: is there a network, or a proxy to set?';

/** The error for a package manager that failed after saying `said`: the end of it, and the plain cause where it is known. */
function explainInstall(how: Installation, said: string): EngineError {
  const end = said.trim().split('\n').slice(-8).join('\n');
  const cause = isDiskFull(said) ? 'The disk is full.' : unreachable.test(said) ? noArchive : '';
  const byHand = installCommand(how.manager, how.packages).join(' ');
  const message = `${how.manager} could not install ${how.packages[0]}. ${cause}\nIt said:\n${end}\nBy hand: ${byHand}`;
  return new EngineError('install-failed', message);
}
