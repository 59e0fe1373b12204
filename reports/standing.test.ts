import { expect, test } from 'vitest';
import { sampleFinding } from './fixtures/sample-report.fixture.ts';
import { standingOf } from './standing.ts';

const day = '2025-11-22T13:00:00.000Z';
const fail = (severity: 'error' | 'warning' | 'info') =>
  sampleFinding({ id: 'step.1.1', outcome: 'fail', severity });

test.each([
  ['error', 'error', 'failed'],
  ['warning', 'error', 'tolerated'],
  ['warning', 'warning', 'failed'],
  ['info', 'warning', 'tolerated'],
  ['error', 'never', 'tolerated'],
] as const)('a fail of severity %s under --fail-on %s is %s', (severity, failOn, standing) => {
  expect(standingOf(fail(severity), failOn, day)).toBe(standing);
});

test.each(['error', 'warning', 'never'] as const)(
  'what could not be checked is never better, whatever --fail-on %s',
  (failOn) => {
    const finding = sampleFinding({ id: 'step.1.1', outcome: 'could-not-check', severity: 'info' });
    expect(standingOf(finding, failOn, day)).toBe('could-not-check');
  },
);

test('a waiver holds on its last day and no longer', () => {
  const waived = (expires: string) => ({
    ...fail('error'),
    waiver: { reason: 'known', owner: 'docs', expires },
  });
  expect(standingOf(waived('2025-11-22'), 'error', day)).toBe('waived');
  expect(standingOf(waived('2025-11-21'), 'error', day)).toBe('failed');
});

test('what the baseline has too is known, whatever its severity; only a fail can be', () => {
  expect(standingOf({ ...fail('error'), known: true }, 'warning', day)).toBe('known');
  expect(standingOf({ ...fail('info'), known: true }, 'error', day)).toBe('known');
  const unchecked = sampleFinding({ id: 'step.1.1', outcome: 'could-not-check', known: true });
  expect(standingOf(unchecked, 'error', day)).toBe('could-not-check');
});
