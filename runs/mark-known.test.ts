import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { sampleFinding, sampleReport } from '../reports/fixtures/sample-report.fixture.ts';
import { judge } from '../reports/verdict.ts';
import { markKnown } from './mark-known.ts';

const run = (...findings: readonly Finding[]) => ({ ...sampleReport, targets: [], findings });
const fail = (id: string, over: Partial<Finding> = {}) => sampleFinding({ id, outcome: 'fail', ...over });

test('only what is new fails the run', () => {
  const baseline = run(fail('user.exists'), sampleFinding({ id: 'service.active' }));
  const same = markKnown(run(fail('user.exists'), sampleFinding({ id: 'service.active' })), baseline);
  expect(same.findings.map(({ known }) => known)).toEqual([true, undefined]);
  expect(judge(same, 'error').exitCode).toBe(0);
  const more = markKnown(run(fail('user.exists'), fail('service.active')), baseline);
  expect(judge(more, 'error')).toMatchObject({ exitCode: 1, failed: [{ id: 'service.active' }] });
});

test('a fail that became worse is not known', () => {
  const baseline = run(fail('user.exists', { severity: 'warning' }));
  expect(markKnown(run(fail('user.exists')), baseline).findings[0]?.known).toBeUndefined();
});

test('what could not be checked is never excused, though the baseline could not check it either', () => {
  const unchecked = sampleFinding({ id: 'user.exists', outcome: 'could-not-check' });
  const marked = markKnown(run(unchecked), run(unchecked));
  expect(marked.findings).toEqual([unchecked]);
  expect(judge(marked, 'error').exitCode).toBe(2);
});

test('a baseline that was itself held against one still excuses what it knew', () => {
  const baseline = run(fail('user.exists', { known: true }));
  expect(markKnown(run(fail('user.exists')), baseline).findings[0]?.known).toBe(true);
});
