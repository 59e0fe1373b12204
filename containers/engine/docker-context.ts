import { z } from 'zod';
import { $ } from 'zx';
import type { DockerContext } from './candidates.ts';
import { findProgram } from './find-program.ts';

const contextsSchema = z
  .array(z.object({ Name: z.string(), Endpoints: z.object({ docker: z.object({ Host: z.string() }) }) }))
  .min(1);

/** The docker context in use, unless it is the default one or there is no docker program to ask. */
export async function readDockerContext(): Promise<DockerContext | undefined> {
  const docker = await findProgram('docker');
  if (!docker) return undefined;
  const asked = await $({ quiet: true, nothrow: true, timeout: 2_000 })`${docker} context inspect`;
  return asked.ok ? parseDockerContext(asked.stdout) : undefined;
}

/** The context in the output of `docker context inspect`; Podman's `docker` shim prints something else, or nothing. */
export function parseDockerContext(output: string): DockerContext | undefined {
  const parsed = z.string().transform(tryJson).pipe(contextsSchema).safeParse(output);
  const [context] = parsed.success ? parsed.data : [];
  if (!context || context.Name === 'default') return undefined;
  return { name: context.Name, host: context.Endpoints.docker.Host };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
