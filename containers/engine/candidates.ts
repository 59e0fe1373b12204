/** A place where an engine may answer: `host` as in DOCKER_HOST, `origin` as a person would call it. */
export interface Candidate {
  readonly host: string;
  readonly origin: string;
}

/** The current docker context's own endpoint; absent for the default context. */
export interface DockerContext {
  readonly name: string;
  readonly host: string;
}

/** Where to look, first choice first, when DOCKER_HOST is not set; each place once. */
export function listCandidates(
  environment: NodeJS.ProcessEnv,
  home: string,
  context: DockerContext | undefined,
): readonly Candidate[] {
  const runtime = environment.XDG_RUNTIME_DIR;
  const containerHost = environment.CONTAINER_HOST;
  const all = [
    ...(context ? [{ host: context.host, origin: `docker context ${context.name}` }] : []),
    socket('/var/run/docker.sock'),
    ...(runtime ? [socket(`${runtime}/docker.sock`)] : []),
    socket(`${home}/.docker/run/docker.sock`),
    ...(runtime ? [socket(`${runtime}/podman/podman.sock`)] : []),
    socket('/run/podman/podman.sock'),
    ...(containerHost ? [{ host: containerHost, origin: 'CONTAINER_HOST' }] : []),
  ];
  return all.filter(({ host }, index) => all.findIndex((other) => other.host === host) === index);
}

function socket(path: string): Candidate {
  return { host: `unix://${path}`, origin: path };
}
