import { expect, test } from 'vitest';
import { failing, fleetReport, unreached } from './fixtures/fleet-report.fixture.ts';
import { verdictSentence } from './verdict-sentence.ts';

test('all of many', () => {
  expect(verdictSentence(fleetReport(6), 'error')).toBe('All 6 controllers satisfy the guide.');
});

test('one', () => {
  expect(verdictSentence(fleetReport(1), 'error')).toBe('ssh://ops@ctl-000 satisfies the guide.');
});

test('one that does not', () => {
  const report = fleetReport(1, (_, findings) => failing(findings, { id: 'requirement.b' }));
  expect(verdictSentence(report, 'error')).toBe(
    'ssh://ops@ctl-000 does not satisfy the guide: requirement.b.',
  );
});

test('a few are named: those that fail, those not reached, the others', () => {
  const report = fleetReport(3, (index, findings) => {
    if (index === 0) return failing(findings, { id: 'requirement.b' });
    return index === 1 ? unreached(findings, 'no route') : findings;
  });
  expect(verdictSentence(report, 'error')).toBe(
    'ssh://ops@ctl-000 does not satisfy the guide: requirement.b. ssh://ops@ctl-001 was not reached. ' +
      'ssh://ops@ctl-002 satisfies the guide.',
  );
});

test('what could not be checked in full is never said to satisfy', () => {
  const report = fleetReport(1, (_, findings) => [
    ...findings.slice(1),
    ...unreached(findings.slice(0, 1), 'no sudo'),
  ]);
  expect(verdictSentence(report, 'error')).toBe('ssh://ops@ctl-000 could not be checked in full.');
});

test('what the baseline knows is not held against the run, and is not satisfying either', () => {
  const report = fleetReport(1, (_, findings) => failing(findings, { id: 'requirement.b', known: true }));
  expect(verdictSentence(report, 'error')).toBe(
    'Known from the baseline and not held against this run: 1 finding on ssh://ops@ctl-000.',
  );
});

test('of many kinds of fails the commonest are named', () => {
  const report = fleetReport(6, (index, findings) =>
    findings.map((finding, nth) => (nth <= index ? { ...finding, outcome: 'fail' } : finding)),
  );
  expect(verdictSentence(report, 'error')).toBe(
    '6 of 6 controllers do not satisfy the guide: requirement.a on 6, requirement.b on 5, requirement.c on 4 and 3 others.',
  );
});
