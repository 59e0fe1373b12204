import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { renderFindingsJson } from '../reports/findings-json.ts';
import { sampleFinding, sampleReport, sampleTarget } from '../reports/fixtures/sample-report.fixture.ts';
import { readBaseline } from './baseline.ts';
import { type DiffOptions, diff } from './diff.ts';

let root: string;
const ids = ['debian-12', 'debian-13'];
const fail = (id: string, over: Partial<Finding> = {}) =>
  sampleFinding({ id, outcome: 'fail', actual: 'not there', ...over });
const onBoth = (finding: Finding) => ids.map((target) => ({ ...finding, target }));
const run = (...findings: readonly Finding[]): Report => ({
  ...sampleReport,
  targets: ids.map((id) => sampleTarget({ id })),
  coverage: [],
  findings: [...onBoth(sampleFinding({ id: 'node.running' })), ...findings],
});
const save = (name: string, report: Report) => writeFile(join(root, name), renderFindingsJson({ report }));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diff-'));
  const old = fail('service.enabled');
  await save('old', run(old, fail('user.exists'), fail('alarms.none', { severity: 'warning' })));
  await save('same', run({ ...old, where: { file: 'guide/message-queue.rst', line: 99 } }));
  await save(
    'worse',
    run(old, ...onBoth(fail('service.active')), fail('output.2.1', { severity: 'warning' })),
  );
  await save(
    'blind',
    run(sampleFinding({ id: 'user.exists', outcome: 'could-not-check', reason: 'no sudo' })),
  );
  await save('check', { ...run(), command: 'check' });
});
afterAll(() => rm(root, { recursive: true }));

const compared = async (older: string, newer: string, over: Partial<DiffOptions> = {}) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const options = { json: false, failOn: 'error', ...over } as const;
    const code = await diff(join(root, older), join(root, newer), options);
    return { code, printed: write.mock.calls.map(([text]) => text).join('') };
  } finally {
    write.mockRestore();
  }
};

test('nothing new is 0, wherever the lines have gone', async () => {
  const { code, printed } = await compared('old', 'same');
  expect(code).toBe(0);
  expect(printed).toContain('Still there (1)\n  error  service.enabled');
  expect(printed).toContain('guide/message-queue.rst:99  on debian-12');
  expect(printed).toMatch(/\n0 new, 0 fixed, 1 still there and 2 not looked for any more\.\n$/);
});

test('a new fail is 1, told once for all its targets, with what was before', async () => {
  const { code, printed } = await compared('old', 'worse');
  expect(code).toBe(1);
  expect(printed).toContain(
    [
      'New (3)',
      '  error  service.active  Title of service.active  guide/message-queue.rst:24',
      '    on        debian-12, debian-13',
      '    before    not looked for',
      '    got       not there',
      '  warning  output.2.1',
    ].join('\n'),
  );
  expect(printed).toContain('3 new (2 held against the later run)');
});

test('what is still there is told once for all, in whatever words each says it', async () => {
  const said = ids.map((target) => fail('user.exists', { target, actual: `none on ${target}` }));
  await save('both', run(...said));
  const { printed } = await compared('both', 'both');
  expect(printed).toContain('Still there (2)\n  error  user.exists');
  expect(printed).toMatch(/on debian-12, debian-13\n\n0 new, 0 fixed and 2 still there\.\n$/);
});

test.each([
  ['warning', 1, 3],
  ['error', 1, 2],
  ['never', 0, 0],
] as const)('--fail-on %s: exit %i', async (failOn, code, held) => {
  const told = await compared('old', 'worse', { failOn, json: true });
  expect(told.code).toBe(code);
  expect(JSON.parse(told.printed)).toMatchObject({ exitCode: code, held, newFails: { length: 3 } });
});

test('what cannot be checked any more is 2, whatever --fail-on', async () => {
  const { code, printed } = await compared('old', 'blind', { failOn: 'never' });
  expect(code).toBe(2);
  expect(printed).toContain('Could be checked before, cannot be now (1)');
  expect(printed).toContain('    before    fail (error)\n    why       no sudo');
});

test('for programs everything is there by name', async () => {
  const { printed } = await compared('old', 'worse', { json: true });
  expect(JSON.parse(printed)).toMatchObject({
    schemaVersion: 1,
    old: { command: 'verify', targets: ids },
    stillThere: [{ finding: { id: 'service.enabled' }, before: { id: 'service.enabled' } }],
    gone: [{ finding: { id: 'user.exists' } }, { finding: { id: 'alarms.none' } }],
    fixed: [],
    newlyUnchecked: [],
    missingTargets: [],
  });
});

test('runs of two commands cannot be compared, nor one be the baseline of the other', async () => {
  await expect(compared('old', 'check')).rejects.toThrow('got verify in');
  await expect(readBaseline(join(root, 'check'), 'verify')).rejects.toThrow(
    `expected a baseline of verify, got one of check in ${join(root, 'check')}`,
  );
});

test('a baseline marks what it has, and without one nothing is marked', async () => {
  const later = run(fail('service.enabled'), fail('service.active'));
  const mark = await readBaseline(join(root, 'old'), 'verify');
  const known = mark(later).findings.filter((finding) => finding.known);
  expect(known.map(({ id }) => id)).toEqual(['service.enabled']);
  expect((await readBaseline(undefined, 'verify'))(later)).toBe(later);
});

test('a baseline that is not there is said before anything runs', async () => {
  await expect(readBaseline(join(root, 'none'), 'verify')).rejects.toMatchObject({
    code: 'usage',
    message: `expected reports of an earlier run in ${join(root, 'none')}, got ENOENT`,
  });
});
