import { afterEach, expect, test, vi } from 'vitest';
import { fakeWork } from './fake-work.fixture.ts';
import { pull } from './registry.ts';

afterEach(() => vi.useRealTimers());

const noSuchHost = {
  exitCode: 1,
  stderr: 'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: no such host',
};

test('an image that could be pulled has no reason against it', async () => {
  const { work, commands } = fakeWork(() => ({}));
  expect(await pull(work, 'docker.io/library/debian:sid')).toBeUndefined();
  expect(commands).toEqual(['docker pull docker.io/library/debian:sid']);
});

test('a registry out of reach is asked once for all of its images', async () => {
  const { work, commands } = fakeWork(() => noSuchHost);
  const references = ['docker.io/library/debian:sid', 'docker.io/library/debian:trixie'];
  const reasons = await Promise.all(references.map((reference) => pull(work, reference)));
  expect(reasons).toEqual([noSuchHost.stderr, noSuchHost.stderr]);
  expect(commands).toHaveLength(1);
});

test('a registry that lacks one image is asked for the next', async () => {
  const stderr = 'Error response from daemon: manifest for debian:nope not found: manifest unknown';
  const { work } = fakeWork((command) => (command.endsWith('nope') ? { exitCode: 1, stderr } : {}));
  expect(await pull(work, 'docker.io/library/debian:nope')).toBe(stderr);
  expect(await pull(work, 'docker.io/library/debian:sid')).toBeUndefined();
});

test('one registry’s silence says nothing about another', async () => {
  const { work } = fakeWork((command) => (command.includes('docker.io') ? noSuchHost : {}));
  expect(await pull(work, 'docker.io/library/debian:sid')).toBe(noSuchHost.stderr);
  expect(await pull(work, 'quay.io/centos/centos:stream9')).toBeUndefined();
});

test('a registry that says nothing is given up after five seconds', async () => {
  vi.useFakeTimers();
  const { work } = fakeWork((_, { signal }) => untilAborted(signal));
  const pulling = pull(work, 'docker.io/library/debian:sid');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await pulling).toBe('no answer within 5 s');
});

test('a registry that has answered may take its time', async () => {
  vi.useFakeTimers();
  const { work } = fakeWork(async (_, { onLine, signal }) => {
    onLine?.('sid: Pulling from library/debian');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    signal?.throwIfAborted();
    return {};
  });
  const pulling = pull(work, 'docker.io/library/debian:sid');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await pulling).toBeUndefined();
});

test('an abandoned pull is not held against the registry', async () => {
  const stop = new AbortController();
  const { work, commands } = fakeWork((_, { signal }) => untilAborted(signal), stop.signal);
  const pulling = pull(work, 'docker.io/library/debian:sid');
  stop.abort(new Error('interrupted'));
  await expect(pulling).rejects.toThrow('interrupted');
  const again = { ...work, signal: undefined, run: async () => ({ exitCode: 0, stdout: '', stderr: '' }) };
  expect(await pull(again, 'docker.io/library/debian:sid')).toBeUndefined();
  expect(commands).toHaveLength(1);
});

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
