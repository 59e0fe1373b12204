import { expect, test } from 'vitest';
import type { EngineFacts } from './engine-facts.ts';
import { findEngine, firstThatAnswers } from './find-engine.ts';

const facts: EngineFacts = {
  kind: 'docker',
  version: '1',
  apiVersion: '1.41',
  cgroup: 'v2',
  storageDriver: 'overlay2',
  dataRoot: '/d',
};
const candidates = ['a', 'b', 'c'].map((name) => ({ host: name, origin: name.toUpperCase() }));

test('the first in order is taken, although a later one answers sooner', async () => {
  let answerB = (_: EngineFacts) => {};
  const answers: Readonly<Record<string, Promise<EngineFacts>>> = {
    a: Promise.reject(new Error('silent')),
    b: new Promise((resolve) => {
      answerB = resolve;
    }),
    c: Promise.resolve(facts),
  };
  const search = firstThatAnswers(candidates, (host) => answers[host] ?? Promise.reject(new Error(host)));
  await answers.c;
  answerB(facts);
  expect(await search).toEqual({
    found: { host: 'b', origin: 'B', facts },
    silent: [{ host: 'a', origin: 'A', reason: 'silent' }],
  });
});

test('where nothing answers, each place says why', async () => {
  const search = await firstThatAnswers(candidates, (host) => Promise.reject(new Error(`no ${host}`)));
  expect(search.found).toBeUndefined();
  expect(search.silent.map(({ reason }) => reason)).toEqual(['no a', 'no b', 'no c']);
});

test('a DOCKER_HOST that does not answer is never replaced by another engine', async () => {
  await expect(findEngine({ DOCKER_HOST: 'unix:///nowhere/d.sock' })).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(
      /^DOCKER_HOST is set to unix:\/\/\/nowhere\/d\.sock\..*or unset DOCKER_HOST/,
    ),
  });
});
