import { findProgram, systemPath } from './find-program.ts';

/** A program on this machine that can be started as an engine of our own. */
export interface DaemonProgram {
  readonly name: 'dockerd' | 'podman';
  readonly path: string;
}

/** The engine program that is installed here together with its client; Docker's before Podman's. */
export async function findDaemonProgram(path: string = systemPath()): Promise<DaemonProgram | undefined> {
  const names = ['dockerd', 'docker', 'podman'] as const;
  const [dockerd, docker, podman] = await Promise.all(names.map((name) => findProgram(name, path)));
  if (dockerd && docker) return { name: 'dockerd', path: dockerd };
  return podman ? { name: 'podman', path: podman } : undefined;
}
