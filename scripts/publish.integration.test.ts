import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sampleReport } from '../reports/fixtures/sample-report.fixture.ts';
import { makeOut } from './make-out.ts';
import { publish } from './publish.ts';

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

test('on GitHub the summary gives no commands, and the annotations follow the list of reports', async () => {
  printed.length = 0;
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary.md'));
  await publish(sampleReport, new Map(), options(join(folder, 'github')));
  vi.unstubAllEnvs();
  expect(printed[0]).toMatch(/^::stop-commands::/);
  expect(printed.at(-1)).toMatch(/^::error file=.*guide\/message-queue\.rst,line=30,title=ERROR step\.1\.1/);
  expect(await readFile(join(folder, 'summary.md'), 'utf8')).toContain('**Not proven: ');
});

test('the SARIF of drift in a guide that can be read has a fix', async () => {
  const guide = join(folder, 'chapter.rst');
  await writeFile(guide, '   Creating user "openstack" ...\n');
  const where = { file: guide, line: 1 };
  const findings = sampleReport.findings.map((finding) => ({ ...finding, where }));
  await publish({ ...sampleReport, findings }, new Map(), options(join(folder, 'fixed')));
  const sarif = await readFile(join(folder, 'fixed/guideproof.sarif'), 'utf8');
  expect(sarif).toContain('"text": "Adding user \\"openstack\\" ..."');
});
