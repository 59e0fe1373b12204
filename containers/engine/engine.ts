/** A container engine and how to talk to it: plain data, which can travel to a worker. */
export interface EngineAddress {
  readonly kind: 'docker' | 'podman';
  /** The program to spawn, as an absolute path: docker or podman. */
  readonly cli: string;
  /** Value for DOCKER_HOST, such as `unix:///var/run/docker.sock`. */
  readonly host: string;
  readonly version: string;
  readonly apiVersion: string;
  readonly cgroup: 'v1' | 'v2';
  /** Environment for every child process that talks to the engine. */
  readonly environment: Readonly<Record<string, string>>;
  /** How it was found: `DOCKER_HOST`, `docker context NAME`, a socket's path, or `started by guideproof`. */
  readonly origin: string;
}

/** An engine that answers, for as long as it is used. */
export interface Engine extends EngineAddress {
  /** Leaves the engine; the last user of a private one stops it. */
  [Symbol.asyncDispose](): Promise<void>;
}
