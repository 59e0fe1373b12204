import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { head } from './head.ts';

const asked: string[] = [];
const server = createServer(({ method, url, headers }, response) => {
  asked.push(`${method} ${url} ${headers.host}`);
  response.writeHead(url?.endsWith('/missing') ? 404 : 200).end();
});
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
const { signal } = new AbortController();

test('the status is the answer', async () => {
  expect(await head(new URL(`${origin}/debian`), undefined, signal)).toBe(200);
  expect(await head(new URL(`${origin}/missing`), undefined, signal)).toBe(404);
});

test('a proxy is asked for the whole address', async () => {
  expect(await head(new URL('http://mirror.example/dists/sid'), origin, signal)).toBe(200);
  expect(asked.at(-1)).toBe('HEAD http://mirror.example/dists/sid mirror.example');
});

test('a given signal ends the wait', async () => {
  await expect(head(new URL(origin), undefined, AbortSignal.abort())).rejects.toThrow(/abort/);
});
