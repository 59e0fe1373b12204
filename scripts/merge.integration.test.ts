import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readChapter } from '../guide/read-chapter.ts';
import type { Report } from '../model/report.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { sampleReport, sampleTranscript } from '../reports/fixtures/sample-report.fixture.ts';
import { readAssignments } from './assignments.ts';
import { guideSource } from './guide-source.ts';
import { merge } from './merge.ts';
import { publish } from './publish.ts';
import { reportChapter } from './report-chapter.ts';

// The bundled chapter, so that its text can be found again for the page that shows it.
const bundled = guideSource(
  readAssignments({ distro: ['debian-12'] }).map(({ procedure }) => procedure),
  undefined,
);
const ofGuide: Report = { ...sampleReport, guide: bundled };
const chapter = readChapter(undefined, ['debian', 'rdo', 'obs']);
const settings = { failOn: 'error', junit: 'rich' } as const;
let root: string;
const at = (...names: string[]) => join(root, ...names);

const only = (report: Report, wanted: (target: string) => boolean): Report => ({
  ...report,
  targets: report.targets.filter(({ id }) => wanted(id)),
  coverage: report.coverage.filter(({ target }) => wanted(target)),
  findings: report.findings.filter(({ target }) => wanted(target)),
});

const silently = async <Value>(act: () => Promise<Value>): Promise<Value> => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return act().finally(() => write.mockRestore());
};

const run = (name: string, report: Report, transcripts: ReadonlyMap<string, readonly TranscriptEntry[]>) =>
  publish(report, transcripts, { ...settings, chapter, out: at(name) });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'merge-'));
  const typed = new Map([['debian-12', sampleTranscript]]);
  await silently(async () => {
    await run('whole', ofGuide, typed);
    await run(
      'one',
      only(ofGuide, (id) => id === 'debian-12'),
      typed,
    );
    await run(
      'two',
      only(ofGuide, (id) => id !== 'debian-12'),
      new Map(),
    );
  });
});
afterAll(() => rm(root, { recursive: true }));

const contents = async (name: string): Promise<Record<string, string>> => {
  const files = await readdir(at(name), { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map(async (path) => [path.slice(at(name).length), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
};

const merged = (folders: readonly string[], over: { out?: string; shards?: number } = {}) =>
  silently(() =>
    merge(
      folders.map((name) => at(name)),
      { ...settings, out: at('out'), ...over },
    ),
  );

test('every file is the one that a run over all targets writes, and so is the exit code', async () => {
  expect(await merged(['two', 'one'])).toBe(2);
  const expected = await contents('whole');
  expect(Object.keys(expected)).toContain('/transcripts/debian-12.txt');
  expect(expected['/junit.xml']).toContain('$ rabbitmqctl add_user');
  expect(expected['/report.html']).toContain('Install the package');
  expect(await contents('out')).toEqual(expected);
});

test('the transcripts of a check stay beside its reports', async () => {
  const checked = { ...ofGuide, command: 'check' };
  await silently(async () => {
    const chapter = reportChapter(checked);
    const wide = { ...settings, out: at('checked'), ...(chapter && { chapter }) };
    await publish(checked, new Map(), wide);
    await publish(
      only(checked, (id) => id === 'debian-12'),
      new Map(),
      { ...wide, out: at('first') },
    );
    await publish(
      only(checked, (id) => id !== 'debian-12'),
      new Map(),
      { ...wide, out: at('second') },
    );
  });
  for (const name of ['checked', 'first'])
    await cp(at('one', 'transcripts'), at(name, 'transcripts'), { recursive: true });
  await merged(['first', 'second'], { out: at('merged') });
  expect(await contents('merged')).toEqual(await contents('checked'));
});

test('the number of shards can be insisted on', async () => {
  expect(await merged(['one', 'two'], { shards: 2 })).toBe(2);
  await expect(merged(['one'], { shards: 2 })).rejects.toThrow(`expected 2 shards, got 1: ${at('one')}`);
});

test('all that is missing or broken is named at once, and nothing is written', async () => {
  await mkdir(at('empty'));
  await mkdir(at('broken'));
  await writeFile(at('broken', 'findings.json'), '{');
  const out = at('unwritten');
  const refusal = merged(['one', 'none', 'empty', 'broken'], { out });
  await expect(refusal).rejects.toMatchObject({ code: 'usage' });
  await expect(refusal).rejects.toThrow(`in ${at('none')}, got ENOENT`);
  await expect(refusal).rejects.toThrow(`in ${at('empty', 'findings.json')}, got ENOENT`);
  await expect(refusal).rejects.toThrow(`${at('broken', 'findings.json')}: expected JSON`);
  expect(await readdir(root)).not.toContain('unwritten');
});

test('a transcript that is broken is named', async () => {
  await cp(at('one'), at('mangled'), { recursive: true });
  await writeFile(at('mangled', 'transcripts', 'debian-12.txt'), 'hello\n');
  await expect(merged(['mangled'])).rejects.toThrow(
    `${at('mangled', 'transcripts', 'debian-12.txt')}:1: expected "transcript of TARGET", got "hello"`,
  );
});

test('runs that do not belong together are refused as wrong usage', async () => {
  const twice = merged(['one', 'whole']);
  await expect(twice).rejects.toMatchObject({ code: 'usage' });
  await expect(twice).rejects.toThrow(`got debian-12 in ${at('one')} and in ${at('whole')}`);
});

test('a shard is not overwritten', async () => {
  await expect(merged(['one', 'two'], { out: at('one') })).rejects.toThrow(`got ${at('one')}`);
});
