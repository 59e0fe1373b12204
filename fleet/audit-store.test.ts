import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditsFile, openAuditStore } from './audit-store.ts';
import { fakeAudit } from './fake-fleet.fixture.ts';

const asked = { guideproof: '0.1.0', '--profile': 'guide', '--user': 'openstack' };
let root: string;
let folder: string;
const path = () => join(folder, auditsFile);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'audits-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'out-'));
});
afterAll(() => rm(root, { recursive: true }));

async function begin(...audits: readonly ReturnType<typeof fakeAudit>[]): Promise<void> {
  await using store = await openAuditStore({ folder, asked, resume: false });
  await Promise.all(audits.map((audit) => store.keep(audit)));
}

function resume(questions: Readonly<Record<string, string>> = asked) {
  return openAuditStore({ folder, asked: questions, resume: true });
}

test('each audit is on disk as soon as it is kept: findings by line, the transcript in its file', async () => {
  await begin(fakeAudit('local'), fakeAudit('ssh://a'));
  const lines = (await readFile(path(), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
    ['format', 'asked'],
    ['target', 'findings'],
    ['target', 'findings'],
  ]);
  expect(await readdir(join(folder, 'transcripts'))).toEqual(['local.txt', 'ssh%3A%2F%2Fa.txt']);
  expect(await readFile(join(folder, 'transcripts/local.txt'), 'utf8')).toContain('$ log in\n| done');
});

test('a run goes on with what is there, and adds to it', async () => {
  await begin(fakeAudit('ssh://a', 'fail'));
  {
    await using store = await resume();
    expect([...store.kept.keys()]).toEqual(['ssh://a']);
    await store.keep(fakeAudit('ssh://b'));
  }
  await using again = await resume();
  expect([...again.kept]).toMatchObject([
    ['ssh://a', { findings: [{ outcome: 'fail' }] }],
    ['ssh://b', {}],
  ]);
});

test('a last line that was not written to its end does not count, nor spoil the next', async () => {
  await begin(fakeAudit('ssh://a'));
  await appendFile(path(), '{"target":{"id":"ssh://ü');
  {
    await using store = await resume();
    await store.keep(fakeAudit('ssh://b'));
  }
  await using again = await resume();
  expect([...again.kept.keys()]).toEqual(['ssh://a', 'ssh://b']);
});

test('who was not reached is tried again, and counts once reached', async () => {
  await begin(fakeAudit('ssh://a', 'could-not-check', 'no route'));
  {
    await using store = await resume();
    expect(store.kept.size).toBe(0);
    await store.keep(fakeAudit('ssh://a'));
  }
  await using again = await resume();
  expect([...again.kept.keys()]).toEqual(['ssh://a']);
});

test('another question is refused, with what was asked then and now', async () => {
  await begin();
  await expect(resume({ ...asked, '--profile': 'hardening', '--vhost': '/' })).rejects.toThrow(
    '--profile: expected "guide", got "hardening"\n  --vhost: expected nothing, got "/"',
  );
});

test('a folder without a run is refused', async () => {
  await expect(resume()).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('ENOENT') });
});

test('a line that is none of ours is refused with its place', async () => {
  await begin(fakeAudit('ssh://a'));
  await appendFile(path(), '{"target":{}}\n');
  await expect(resume()).rejects.toThrow(`${path()}:3: expected the audit of a target, got {"target":{}}`);
});

test('a run that did not even get its header out is refused', async () => {
  await writeFile(path(), '{"form');
  await expect(resume()).rejects.toThrow(
    `${path()}:1: expected the header of an interrupted run, got nothing`,
  );
});

test('a new run begins anew', async () => {
  await begin(fakeAudit('ssh://a'));
  await begin();
  await using store = await resume();
  expect(store.kept.size).toBe(0);
});
