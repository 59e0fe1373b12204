import { expect, test } from 'vitest';
import { answering, channelClose, listen, loginAnswers, method, objectAnswers } from './amqp-peer.fixture.ts';
import { newObjects } from './proofs/configure.ts';
import { makeObjects, tryOperations } from './try-operations.ts';

const address = { hostname: '127.0.0.1', username: 'openstack', password: 'pw', vhost: '/', timeoutMs: 2000 };
const refuse = (channel: number) => channelClose(channel, 403, 'ACCESS_REFUSED - no');
const refused = { ok: false, refusal: { kind: 'refused', code: 403, text: 'ACCESS_REFUSED - no' } };

const allowed = {
  ...loginAnswers,
  ...objectAnswers,
  '60.70': (channel: number) => method(channel, 60, 72, Buffer.alloc(1)),
};

test('each refusal is told by itself, with its reply code and text', async () => {
  await using peer = await listen(answering({ ...allowed, '50.10': refuse, '60.40': refuse }));
  const operations = await tryOperations({ ...address, port: peer.port }, newObjects());
  expect(operations).toMatchObject({ configure: refused, write: refused, read: { ok: true } });
});

test('a refused read leaves configure alone', async () => {
  await using peer = await listen(answering({ ...allowed, '60.40': refuse, '60.70': refuse }));
  const operations = await tryOperations({ ...address, port: peer.port }, newObjects());
  expect(operations).toMatchObject({ configure: { ok: true }, write: refused, read: refused });
});

test('objects are made by one connection and removed by another', async () => {
  const seen: string[] = [];
  const note = (name: string, answer: (channel: number) => Buffer) => (channel: number) => {
    seen.push(name);
    return answer(channel);
  };
  const answers = {
    ...allowed,
    '40.10': note('make exchange', allowed['40.10']),
    '40.20': note('remove exchange', allowed['40.20']),
    '50.10': note('make queue', allowed['50.10']),
    '50.40': note('remove queue', allowed['50.40']),
  };
  await using peer = await listen(answering(answers));
  const objects = await makeObjects({ ...address, port: peer.port });
  expect(seen).toEqual(['make queue', 'make exchange']);
  await objects[Symbol.asyncDispose]();
  expect(seen.slice(2)).toEqual(['remove exchange', 'remove queue']);
});

test('objects that cannot all be made are removed again', async () => {
  const seen: string[] = [];
  const remove = (channel: number) => {
    seen.push('remove queue');
    return allowed['50.40'](channel);
  };
  await using peer = await listen(answering({ ...allowed, '50.20': refuse, '50.40': remove }));
  await expect(makeObjects({ ...address, port: peer.port })).rejects.toMatchObject({ code: 'refused' });
  expect(seen).toEqual(['remove queue']);
});
