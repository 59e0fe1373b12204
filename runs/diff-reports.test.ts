import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { sampleFinding, sampleReport, sampleTarget } from '../reports/fixtures/sample-report.fixture.ts';
import { type ChangeKind, diffReports } from './diff-reports.ts';

const day = '2025-11-22';
const waiver = (expires: string) => ({ reason: 'accepted', owner: 'docs', expires });
const fail = (over: Partial<Finding> = {}) => sampleFinding({ id: 'user.exists', outcome: 'fail', ...over });
const unchecked = sampleFinding({ id: 'user.exists', outcome: 'could-not-check' });
const pass = sampleFinding({ id: 'user.exists' });
const notApplicable = sampleFinding({ id: 'user.exists', outcome: 'not-applicable' });

const run = (...findings: readonly Finding[]): Report => ({
  ...sampleReport,
  startedAt: `${day}T13:00:00.000Z`,
  targets: [sampleTarget({ id: 'debian-12' })],
  coverage: [],
  findings,
});

const kinds = (before: Report, after: Report) => {
  const { missingTargets: _, silentTargets: __, ...lists } = diffReports(before, after);
  return Object.entries(lists).flatMap(([kind, changes]) => changes.map(() => kind as ChangeKind));
};

test.each<[string, readonly Finding[], readonly Finding[], readonly ChangeKind[]]>([
  ['a fail that was a pass', [pass], [fail()], ['fresh']],
  ['a fail that was never looked for', [], [fail()], ['fresh']],
  ['a fail that could not be checked before', [unchecked], [fail()], ['fresh']],
  ['a fail in both', [fail()], [fail()], ['stillThere']],
  ['a fail that became worse', [fail({ severity: 'warning' })], [fail()], ['fresh']],
  ['a fail that became milder', [fail()], [fail({ severity: 'info' })], ['stillThere']],
  ['a fail whose waiver has gone', [fail({ waiver: waiver(day) })], [fail()], ['fresh']],
  [
    'a fail whose waiver had run out already',
    [fail({ waiver: waiver('2025-11-21') })],
    [fail()],
    ['stillThere'],
  ],
  ['a fail that is waived now', [fail()], [fail({ waiver: waiver(day) })], ['stillThere']],
  ['a fail that passes now', [fail()], [pass], ['fixed']],
  ['a fail that does not apply now', [fail()], [notApplicable], ['gone']],
  ['a fail that nobody looks for now', [fail()], [], ['gone']],
  ['a fail that cannot be checked now', [fail()], [unchecked], ['newlyUnchecked']],
  ['a pass that cannot be checked now', [pass], [unchecked], ['newlyUnchecked']],
  ['what could not be checked either time', [unchecked], [unchecked], ['stillUnchecked']],
  ['what can be checked again', [unchecked], [pass], ['checkedAgain']],
  ['what passes both times', [pass], [pass], []],
])('%s', (_name, before, after, expected) => {
  expect(kinds(run(...before), run(...after))).toEqual(expected);
});

test('a run against itself shows nothing new, and every fail and every gap once', () => {
  const diff = diffReports(sampleReport, sampleReport);
  const count = (outcome: Finding['outcome']) =>
    sampleReport.findings.filter((finding) => finding.outcome === outcome).length;
  expect(diff.stillThere).toHaveLength(count('fail'));
  expect(diff.stillUnchecked).toHaveLength(count('could-not-check'));
  expect([diff.fresh, diff.fixed, diff.gone, diff.newlyUnchecked].flat()).toEqual([]);
});

test('one target is not mistaken for another', () => {
  const other = fail({ target: 'debian-13' });
  expect(kinds(run(fail()), run(other))).toEqual(['fresh', 'gone']);
});

test('targets that are not there any more, and those that fell silent, are named', () => {
  const both = { ...run(pass), targets: [sampleTarget({ id: 'debian-12' }), sampleTarget({ id: 'gone' })] };
  expect(diffReports(both, run(pass)).missingTargets).toEqual(['gone']);
  expect(diffReports(run(pass), run()).silentTargets).toEqual(['debian-12']);
  expect(diffReports(run(), run()).silentTargets).toEqual([]);
});
