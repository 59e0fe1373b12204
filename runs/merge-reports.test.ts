import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { sampleFinding, sampleReport, sampleTranscript } from '../reports/fixtures/sample-report.fixture.ts';
import { renderFiles } from '../reports/index.ts';
import { judge } from '../reports/verdict.ts';
import { mergeReports } from './merge-reports.ts';

const ids = sampleReport.targets.map(({ id }) => id);
const parts = (count: number) =>
  Array.from({ length: count }, (_, part) => ids.filter((_, index) => index % count === part));

function only(report: Report, wanted: readonly string[], over: Partial<Report> = {}): Report {
  const of = ({ target }: { target: string }) => wanted.includes(target);
  return {
    ...report,
    targets: report.targets.filter(({ id }) => wanted.includes(id)),
    coverage: report.coverage.filter(of),
    findings: report.findings.filter(of),
    ...over,
  };
}

const shardsOf = (report: Report, count: number) => {
  const [first, ...others] = parts(count).map((wanted, index) => ({
    name: `shard-${index + 1}`,
    report: only(report, wanted),
  }));
  if (!first) throw new Error('no shard');
  return [first, ...others] as const;
};

const files = (report: Report) =>
  new Map(
    renderFiles({
      report,
      transcripts: new Map([['debian-12', sampleTranscript]]),
      options: { junit: 'rich', failOn: 'error' },
    }),
  );

test.each([1, 2, 3, 4])('%i shards merged give every report that the whole run gives', (count) => {
  const merged = mergeReports(shardsOf(sampleReport, count));
  expect(files(merged)).toEqual(files(sampleReport));
  expect(judge(merged, 'error')).toMatchObject({ exitCode: judge(sampleReport, 'error').exitCode });
});

test('the order of the shards makes no difference', () => {
  const [first, ...others] = shardsOf(sampleReport, 3);
  const [last = first, ...rest] = others.toReversed();
  expect(files(mergeReports([last, ...rest, first]))).toEqual(files(sampleReport));
});

test('the merged run begins with the first shard and ends with the last', () => {
  const [a, b] = shardsOf(sampleReport, 2);
  const late = { startedAt: '2025-11-22T13:00:10.000Z', durationMs: 5_000 };
  const early = { startedAt: '2025-11-22T12:59:59.500Z', durationMs: 1_000 };
  if (!b) throw new Error('no second shard');
  const merged = mergeReports([
    { ...a, report: { ...a.report, ...late } },
    { ...b, report: { ...b.report, ...early } },
  ]);
  expect(merged).toMatchObject({ startedAt: '2025-11-22T12:59:59.500Z', durationMs: 15_500 });
});

const aboutFile = (id: string, over: Partial<Finding> = {}) =>
  sampleFinding({ id, target: 'waivers.yaml', outcome: 'fail', ...over });

function mergedWith(...said: readonly (readonly Finding[])[]): readonly Finding[] {
  const [first, ...others] = parts(said.length).map((wanted, index) => {
    const report = only(sampleReport, wanted);
    const findings = [...report.findings, ...(said[index] ?? [])];
    return { name: String(index), report: { ...report, findings } };
  });
  if (!first) throw new Error('no shard');
  return mergeReports([first, ...others]).findings.filter(({ target }) => target === 'waivers.yaml');
}

test('what several shards say of a file that all of them read is said once', () => {
  const expired = aboutFile('waiver.expired');
  expect(mergedWith([expired], [{ ...expired, durationMs: 7 }])).toEqual([expired]);
  expect(mergedWith([], [expired])).toEqual([expired]);
});

test('a waiver is unused only if no shard had a use for it', () => {
  const unused = aboutFile('waiver.unused', { severity: 'warning' });
  expect(mergedWith([unused], [unused])).toEqual([unused]);
  expect(mergedWith([unused], [])).toEqual([]);
  expect(mergedWith([unused, { ...unused, title: 'another' }], [unused])).toEqual([unused]);
});

test.each([
  [
    { guide: { path: 'a.rst', sha256: 'b'.repeat(64) } },
    `the same guide (SHA-256): one has ${sampleReport.guide.sha256}, two has ${'b'.repeat(64)}`,
  ],
  [
    { tool: { name: 'guideproof', version: '0.2.0' } },
    'the same tool: one has guideproof 0.1.0, two has guideproof 0.2.0',
  ],
  [{ command: 'check' }, 'the same command: one has verify, two has check'],
  [{}, 'expected each target in one shard only, got debian-13 in one and in two'],
])('shards that are not of one run are refused: %j', (over, message) => {
  const [wanted = ''] = ids;
  const shards = [
    { name: 'one', report: only(sampleReport, [wanted]) },
    { name: 'two', report: only(sampleReport, [wanted], over) },
  ] as const;
  expect(() => mergeReports(shards)).toThrow(message);
});

test('a patch that one shard suggests is not said of all', () => {
  const [first, ...others] = shardsOf(sampleReport, 2);
  const suggesting = { ...first, report: { ...first.report, suggestion: { leftOut: [] } } };
  expect(mergeReports([suggesting, ...others])).not.toHaveProperty('suggestion');
});
