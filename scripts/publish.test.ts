import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sampleReport } from '../reports/fixtures/sample-report.fixture.ts';
import { makeOut, publish } from './publish.ts';

let folder: string;
const printed: string[] = [];
const options = (out: string) => ({ out, failOn: 'error', junit: 'rich' }) as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('a file cannot be the folder for reports, and that is said before anything runs', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(makeOut(file)).rejects.toThrow(
    `expected --out ${file} to be a folder that can be written to, got EEXIST`,
  );
});

test('the reports are written, and where is printed', async () => {
  const out = join(folder, 'new/out');
  await makeOut(out);
  expect(await publish(sampleReport, new Map(), options(out))).toBe(2);
  expect(JSON.parse(await readFile(join(out, 'findings.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 });
  expect(printed.at(-1)).toContain(join(out, 'junit.xml'));
});

test('a report that cannot be written costs nobody the summary', async () => {
  printed.length = 0;
  const file = join(folder, 'file');
  await expect(publish(sampleReport, new Map(), options(file))).rejects.toThrow(`cannot write ${file}/`);
  expect(printed[0]).toContain('Not proven');
});
