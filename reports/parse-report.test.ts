import { expect, test } from 'vitest';
import { renderFindingsJson } from './findings-json.ts';
import { sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import { parseReport } from './parse-report.ts';
import { inStableOrder } from './stable-order.ts';

test('what was written is what is read', () => {
  expect(parseReport(renderFindingsJson(sampleInput()), 'findings.json')).toEqual(
    inStableOrder(sampleReport),
  );
});

const [first] = sampleReport.findings;

test.each([
  [{ schemaVersion: 2 }, 'at schemaVersion: expected 1, got 2'],
  [{ findings: undefined }, 'at findings: expected array, got nothing'],
  [
    { findings: [{ ...first, outcome: 'passed' }] },
    'at findings[0].outcome: expected "pass" or "fail" or "not-applicable" or "could-not-check", got "passed"',
  ],
  [
    { findings: [{ ...first, where: { file: 'a.rst', line: '3' } }] },
    'at findings[0].where.line: expected number, got "3"',
  ],
  [{ extra: 1 }, 'at the whole file: expected no key "extra"'],
  [{ startedAt: 'yesterday' }, 'at startedAt: expected a value that is valid (Invalid string'],
])('%j is refused with path, expected and got', (over, message) => {
  const json = JSON.stringify({ ...sampleReport, ...over });
  expect(() => parseReport(json, 'shard-2/findings.json')).toThrow(message);
  expect(() => parseReport(json, 'shard-2/findings.json')).toThrow(
    'shard-2/findings.json is not a findings.json of version 1',
  );
});

test('text that is not JSON is refused with the file and the cause', () => {
  expect(() => parseReport('{', 'a/findings.json')).toThrow(
    /^a\/findings\.json: expected JSON, got text that is not: SyntaxError/,
  );
  expect(() => parseReport('{', 'a')).toThrow(
    expect.objectContaining({ code: 'REPORT_INVALID', cause: expect.any(SyntaxError) }),
  );
});
