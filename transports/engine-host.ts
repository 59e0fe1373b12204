import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runHere } from './run-here.ts';

const dockerConfig = z.object({ currentContext: z.string().optional() });

/**
 * The host that an engine runs on, when that is another one than this: from DOCKER_HOST or the docker context, or from
 * CONTAINER_HOST, as the engines' own command line tools go by them.
 */
export async function engineHost(
  scheme: 'docker' | 'podman',
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const url = scheme === 'podman' ? environment.CONTAINER_HOST : await dockerUrl(environment);
  return hostIn(url ?? '');
}

async function dockerUrl(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (environment.DOCKER_HOST) return environment.DOCKER_HOST;
  const context = environment.DOCKER_CONTEXT || (await currentContext(environment));
  if (context === undefined || context === 'default') return undefined;
  const format = '{{.Endpoints.docker.Host}}';
  const commandLine = ['docker', 'context', 'inspect', '--format', format, '--', context];
  return (await runHere(commandLine, { timeoutMs: 10_000 })).stdout.trim();
}

/** Read from docker's own file: asking docker takes as long as reading a machine does. */
async function currentContext({ DOCKER_CONFIG }: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const text = await readFile(join(DOCKER_CONFIG ?? join(homedir(), '.docker'), 'config.json'), 'utf8');
    return dockerConfig.parse(JSON.parse(text)).currentContext;
  } catch {
    return undefined;
  }
}

/** Sockets and pipes have no host, and a loopback address is this one. */
function hostIn(url: string): string | undefined {
  if (!/^(?:tcp|ssh|https?):\/\//.test(url) || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return /^(?:localhost|127\..*|::1)$/.test(host) ? undefined : host;
}
