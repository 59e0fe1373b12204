import { expect, test } from 'vitest';
import { renderFindingsJson } from './findings-json.ts';
import { sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';

test('targets that finished in another order give the same text', () => {
  const { targets, coverage, findings } = sampleReport;
  const of = (id: string) => findings.filter((finding) => finding.target === id);
  const other = {
    ...sampleReport,
    targets: targets.toReversed(),
    coverage: coverage.toReversed(),
    findings: targets.flatMap(({ id }) => of(id)),
  };
  expect(renderFindingsJson(sampleInput({}, other))).toBe(renderFindingsJson(sampleInput()));
});

test('the key order of the objects that came in does not show', () => {
  const findings = sampleReport.findings.map((finding) =>
    Object.fromEntries(Object.entries(finding).toReversed()),
  );
  const other = { ...sampleReport, findings: findings as unknown as typeof sampleReport.findings };
  expect(renderFindingsJson(sampleInput({}, other))).toBe(renderFindingsJson(sampleInput()));
});

test('findings stay in the order of the procedure within a target, and targets count like people do', () => {
  const targets = sampleReport.targets.map((target, index) => ({
    ...target,
    id: ['debian-13', 'debian-9'][index] ?? target.id,
  }));
  const json: unknown = JSON.parse(renderFindingsJson(sampleInput({}, { ...sampleReport, targets })));
  expect(json).toMatchObject({
    targets: [
      { id: 'centos-stand-in' },
      { id: 'debian-9' },
      { id: 'debian-13' },
      { id: 'opensuse-stand-in' },
    ],
  });
  const ids = sampleReport.findings.filter(({ target }) => target === 'debian-12').map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual(['step.1.1', 'step.2.1', 'output.2.1', 'step.3.1']);
});

test('a report that breaks the contract is not written', () => {
  expect(() => renderFindingsJson(sampleInput({}, { ...sampleReport, durationMs: -1 }))).toThrow(
    'durationMs',
  );
});
