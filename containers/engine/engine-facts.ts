import { z } from 'zod';
import { askEngine } from './ask-engine.ts';
import { EngineError } from './engine-error.ts';

/** What an engine says of itself. */
export interface EngineFacts {
  readonly kind: 'docker' | 'podman';
  readonly version: string;
  readonly apiVersion: string;
  readonly cgroup: 'v1' | 'v2';
  readonly storageDriver: string;
  /** Where images and containers lie, on the engine's own machine. */
  readonly dataRoot: string;
}

const versionSchema = z.object({
  Version: z.string(),
  ApiVersion: z.string(),
  Components: z.array(z.object({ Name: z.string() })).nullish(),
});

/** `CgroupVersion` came with API 1.41; older engines know v1 only. */
const infoSchema = z.object({
  Driver: z.string(),
  DockerRootDir: z.string(),
  CgroupVersion: z.string().nullish(),
});

/**
 * Asks the engine at `host` who it is (`GET /version`, `GET /info` of the Docker Engine API, which Podman speaks too).
 * @throws EngineError `unreachable` when nothing answers, or something that is not an engine.
 */
export async function readEngineFacts(host: string): Promise<EngineFacts> {
  const [version, info] = await Promise.all([askEngine(host, '/version'), askEngine(host, '/info')]);
  try {
    return parseEngineFacts(version.body, info.body);
  } catch (cause) {
    const got = `status ${version.status} and ${info.status}, ${JSON.stringify(info.body.slice(0, 120))}`;
    const message = `What answers at ${host} is not a container engine, or a broken one: got ${got}.`;
    throw new EngineError('unreachable', message, { cause });
  }
}

/** The facts in the bodies of `/version` and `/info`; throws what JSON.parse or zod throw. */
export function parseEngineFacts(versionBody: string, infoBody: string): EngineFacts {
  const version = versionSchema.parse(JSON.parse(versionBody));
  const info = infoSchema.parse(JSON.parse(infoBody));
  const podman = version.Components?.some((component) => /podman/i.test(component.Name)) ?? false;
  return {
    kind: podman ? 'podman' : 'docker',
    version: version.Version,
    apiVersion: version.ApiVersion,
    cgroup: info.CgroupVersion?.endsWith('2') ? 'v2' : 'v1',
    storageDriver: info.Driver,
    dataRoot: info.DockerRootDir,
  };
}
