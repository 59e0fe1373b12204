import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestSecure } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EngineError } from './engine-error.ts';

export interface EngineAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends one request to the engine's HTTP API at `host` (in the form of DOCKER_HOST) and returns the whole answer,
 * whatever its status; 2 000 ms without `timeoutMs`.
 * @throws EngineError `unreachable` when nothing answers there in time.
 */
export async function askEngine(
  host: string,
  path: string,
  options: { readonly method?: 'GET' | 'DELETE'; readonly timeoutMs?: number } = {},
): Promise<EngineAnswer> {
  const { method = 'GET', timeoutMs = 2_000 } = options;
  try {
    const connection = { ...connectionTo(host, process.env), signal: AbortSignal.timeout(timeoutMs) };
    return await exchange({ ...connection, path, method, agent: false, headers: { Host: 'engine' } });
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    const why = reasonOf(cause, timeoutMs);
    throw new EngineError('unreachable', `No container engine answers at ${host}: ${why}.`, { cause });
  }
}

function exchange(options: RequestOptions): Promise<EngineAnswer> {
  return new Promise((resolve, reject) => {
    const request = options.protocol === 'https:' ? requestSecure : requestPlain;
    const sent = request(options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on('error', reject).end();
  });
}

/** The connection that a DOCKER_HOST value stands for; TLS as the docker program does it (DOCKER_TLS_VERIFY, DOCKER_CERT_PATH). */
export function connectionTo(host: string, environment: NodeJS.ProcessEnv): RequestOptions {
  if (host.startsWith('unix://')) return { socketPath: host.slice('unix://'.length) };
  const address = URL.canParse(host) ? new URL(host) : undefined;
  if (!address || !['tcp:', 'http:', 'https:'].includes(address.protocol)) {
    const expected = 'unix:///PATH or tcp://HOST:PORT';
    throw new EngineError('unreachable', `Cannot talk to an engine at "${host}": expected ${expected}.`);
  }
  const secure = address.protocol === 'https:' || Boolean(environment.DOCKER_TLS_VERIFY);
  const place = { host: address.hostname, port: address.port || (secure ? 2376 : 2375) };
  if (!secure) return { ...place, protocol: 'http:' };
  const folder = environment.DOCKER_CERT_PATH || join(homedir(), '.docker');
  const read = (name: string) => readFileSync(join(folder, name));
  return { ...place, protocol: 'https:', ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem') };
}

function reasonOf(cause: unknown, timeoutMs: number): string {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = 'code' in error ? error.code : undefined;
  if (error.name === 'TimeoutError' || code === 'ABORT_ERR') return `no answer within ${timeoutMs / 1000} s`;
  if (code === 'ENOENT') return 'there is no such socket';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'EACCES') return 'permission denied';
  return error.message;
}
