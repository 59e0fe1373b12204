import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
  /** The question is taken and never answered. */
  readonly silent?: boolean;
}

/** An engine's HTTP API on a unix socket that gives prepared answers and notes what it was asked; 404 for anything else. */
export async function startFakeEngine(answers: Readonly<Record<string, FakeAnswer>>) {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const asked = `${request.method} ${request.url?.split('?')[0]}`;
    requests.push(asked);
    const missing: FakeAnswer = { status: 404, body: { message: 'no such thing' } };
    const { status = 200, body, silent = false } = answers[asked] ?? missing;
    if (!silent) response.writeHead(status).end(JSON.stringify(body));
  }).listen(join(folder, 's'));
  await once(server, 'listening');
  return {
    host: `unix://${join(folder, 's')}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}
