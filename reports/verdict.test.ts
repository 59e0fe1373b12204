import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { sampleFinding, sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';
import { judge } from './verdict.ts';
import { verdictSentence } from './verdict-sentence.ts';

const drift = { outcome: 'fail', severity: 'warning' } as const;
const unchecked = { outcome: 'could-not-check', reason: 'no engine' } as const;

function reportOf(
  findings: readonly Finding[],
  targets: readonly Target[] = [sampleTarget({ id: 'debian-12' })],
): Report {
  return { ...sampleReport, targets, findings, coverage: [] };
}

test.each([
  ['nothing but passes', [sampleFinding({ id: 'step.1.1' })], 0],
  ['drift below --fail-on', [sampleFinding({ id: 'output.2.1', ...drift })], 0],
  ['an error', [sampleFinding({ id: 'step.1.1', outcome: 'fail' })], 1],
  ['something not checked', [sampleFinding({ id: 'step.1.1', ...unchecked })], 2],
  [
    'both',
    [sampleFinding({ id: 'step.1.1', outcome: 'fail' }), sampleFinding({ id: 'step.2.1', ...unchecked })],
    2,
  ],
  ['a target of which nothing is known', [], 2],
] as const)('%s', (_, findings, exitCode) => {
  expect(judge(reportOf(findings), 'error').exitCode).toBe(exitCode);
});

test('drift is held against a run that asks for it, and nothing is under never', () => {
  const report = reportOf([
    sampleFinding({ id: 'output.2.1', ...drift }),
    sampleFinding({ id: 'step.1.1', outcome: 'fail' }),
  ]);
  expect(judge(report, 'warning').failed.map(({ id }) => id)).toEqual(['output.2.1', 'step.1.1']);
  expect(judge(report, 'never').exitCode).toBe(0);
});

test('a stand-in proves nothing, however green', () => {
  const standIn = sampleTarget({ id: 'centos', distro: 'CentOS', kind: 'stand-in' });
  const report = reportOf([sampleFinding({ id: 'step.1.1', target: 'centos' })], [standIn]);
  expect(judge(report, 'error').proven).toEqual([]);
  expect(verdictSentence(report, 'error')).toBe(
    'Nothing proven. Rehearsed on a stand-in: proves nothing about CentOS.',
  );
});

test('the verdict names where it is proven and what was borne with', () => {
  const both = ['debian-12', 'debian-13'];
  const findings = both.flatMap((target) => [
    sampleFinding({ id: 'step.1.1', target }),
    sampleFinding({ id: 'output.2.1', target, ...drift }),
  ]);
  const report = reportOf(
    findings,
    both.map((id) => sampleTarget({ id })),
  );
  expect(verdictSentence(report, 'error')).toBe(
    'Proven on debian-12 and debian-13, with 2 warnings (drift).',
  );
});

test('the verdict of a mixed run says what is held against it, and what still holds', () => {
  expect(verdictSentence(sampleReport, 'error')).toBe(
    'Not proven: 2 findings held against debian-13 and centos-stand-in; 5 not checked on centos-stand-in. ' +
      'Still proven on debian-12, with 1 warning (drift). ' +
      'Rehearsed on a stand-in: proves nothing about openSUSE Leap and CentOS Stream 9.',
  );
});

test('a target without findings is named', () => {
  expect(verdictSentence(reportOf([]), 'error')).toBe('Not proven: nothing is known of debian-12.');
});

test('waived findings are counted, not hidden', () => {
  const waiver = { reason: 'known', owner: 'docs', expires: '2099-01-01' };
  const report = reportOf([
    sampleFinding({ id: 'step.1.1' }),
    sampleFinding({ id: 'step.2.1', outcome: 'fail', waiver }),
  ]);
  expect(verdictSentence(report, 'error')).toBe('Proven on debian-12, with 1 waived.');
});

test('a known error does not fail the run, but proves nothing either', () => {
  const report = reportOf([
    sampleFinding({ id: 'step.1.1' }),
    sampleFinding({ id: 'step.2.1', outcome: 'fail', known: true }),
  ]);
  expect(judge(report, 'error')).toMatchObject({ exitCode: 0, proven: [] });
  expect(verdictSentence(report, 'error')).toBe(
    'Nothing proven. Known from the baseline and not held against this run: 1 finding on debian-12.',
  );
});

test('known drift leaves proven what is proven', () => {
  const report = reportOf([
    sampleFinding({ id: 'step.1.1' }),
    sampleFinding({ id: 'output.2.1', ...drift, known: true }),
  ]);
  expect(verdictSentence(report, 'warning')).toBe(
    'Proven on debian-12. Known from the baseline and not held against this run: 1 finding on debian-12.',
  );
});
