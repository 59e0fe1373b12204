import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { findProgram } from './find-program.ts';

const install = {
  docker: '"apt-get install docker-cli" (on Debian 12 and Ubuntu it is part of docker.io)',
  podman: '"apt-get install podman" or "dnf install podman"',
} satisfies Record<Engine['kind'], string>;

/**
 * The client program for an engine of this kind, as an absolute path; the docker program can talk to Podman too.
 * @throws EngineError `no-cli` when there is none.
 */
export async function findClient(kind: Engine['kind'], origin: string, path?: string): Promise<string> {
  const names = kind === 'podman' ? ['podman', 'docker'] : ['docker'];
  for (const name of names) {
    const cli = await findProgram(name, path);
    if (cli) return cli;
  }
  throw new EngineError(
    'no-cli',
    `An engine answers (${origin}), but its client program "${kind}" is not on the PATH. Install it: ${install[kind]}.`,
  );
}

/** The environment with which client programs find the engine at `host`, and no other. */
export function clientEnvironment(
  kind: Engine['kind'],
  host: string,
  environment: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
  const others = new Set(['DOCKER_CONTEXT', 'CONTAINER_HOST', 'CONTAINER_CONNECTION']);
  const kept = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || others.has(name) ? [] : [[name, value] as const],
  );
  const podman = kind === 'podman' ? { CONTAINER_HOST: host } : {};
  return { ...Object.fromEntries(kept), DOCKER_HOST: host, ...podman };
}
