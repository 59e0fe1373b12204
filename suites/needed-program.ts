import { userInfo } from 'node:os';
import { $ } from 'zx';
import { findProgram, systemPath } from '../containers/engine/find-program.ts';
import { installCommand } from '../containers/engine/installation.ts';

/** A program that tests need and that a fresh machine may lack. */
export interface NeededProgram {
  /** What it may be called, the likeliest name first. */
  readonly names: readonly string[];
  /** The Debian package that has it. */
  readonly package: string;
  /** What it is for, to be told in messages. */
  readonly purpose: string;
}

/**
 * Finds the program; as root on Debian one that is missing is installed from the distribution's own packages.
 * @returns its path.
 * @throws Error with the command to type by hand, when it is not there and cannot be installed.
 */
export async function neededProgram(needed: NeededProgram): Promise<string> {
  return (await find(needed)) ?? (await install(needed));
}

async function find({ names }: NeededProgram): Promise<string | undefined> {
  const found = await Promise.all(names.map((name) => findProgram(name)));
  return found.find((path) => path !== undefined);
}

async function install(needed: NeededProgram): Promise<string> {
  const { names, package: name, purpose } = needed;
  const command = installCommand('apt-get', [name]);
  const byHand = `expected ${names[0]} on the PATH for ${purpose}, got none. By hand: sudo ${command.join(' ')}`;
  const possible = userInfo().uid === 0 && (await findProgram('apt-get'));
  if (!possible) throw new Error(byHand);
  process.stderr.write(`No ${names[0]} found, which is for ${purpose}: installing ${name} with apt-get.\n`);
  const env = { ...process.env, PATH: systemPath(), DEBIAN_FRONTEND: 'noninteractive' };
  const run = $({ quiet: true, nothrow: true, env });
  const first = await run`${command}`;
  // No index, or one that is older than the archive and names files that are gone from it.
  const last = first.ok ? first : (await run`apt-get update -q`) && (await run`${command}`);
  const path = await find(needed);
  if (path) return path;
  throw new Error(`${byHand}\napt-get said:\n${last.stdall.trim().split('\n').slice(-8).join('\n')}`);
}
