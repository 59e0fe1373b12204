import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { renderJunit } from '../reports/junit.ts';
import { renderTerminal } from '../reports/terminal.ts';
import { judge } from '../reports/verdict.ts';
import { waiverBook } from './waiver-book.ts';
import type { FileWaiver } from './waiver-file.ts';

const today = '2026-03-31T23:59:59.000Z';
const where = { file: 'guide/message-queue.rst', line: 1 };

function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: 'access.login',
    target: 'ssh://ctl-1',
    title: 'Log in',
    outcome: 'fail',
    severity: 'error',
    where,
    durationMs: 1,
    ...over,
  };
}

function bookOf(...waivers: readonly Partial<FileWaiver>[]) {
  const whole = waivers.map((waiver, index) => ({
    id: 'access.login',
    target: 'ssh://ctl-1',
    reason: 'known',
    owner: 'ops',
    expires: '2026-03-31',
    line: 2 + 5 * index,
    ...waiver,
  }));
  return waiverBook({ path: 'w.yaml', waivers: whole }, today);
}

test('a fail is waived up to and including the last day, and nothing is said of the waiver', () => {
  const book = bookOf({});
  expect(book.apply([finding()])).toEqual([
    { ...finding(), waiver: { reason: 'known', owner: 'ops', expires: '2026-03-31' } },
  ]);
  expect(book.close()).toEqual([]);
});

test('an expired waiver does not waive, and fails once however many fails it would be for', () => {
  const book = bookOf({ expires: '2026-03-30', target: '*' });
  const fails = [finding(), finding({ target: 'ssh://ctl-2' })];
  expect(book.apply(fails)).toEqual(fails);
  expect(book.close()).toMatchObject([
    {
      id: 'waiver.expired',
      target: 'w.yaml',
      outcome: 'fail',
      severity: 'error',
      where: { file: 'w.yaml', line: 2 },
      expected: 'a last day not before 2026-03-31',
      actual: '2026-03-30',
    },
  ]);
});

test('what could not be checked is never waived, and its waiver is not called unused', () => {
  const unknown = finding({ outcome: 'could-not-check' });
  const book = bookOf({}, { id: 'access.*', expires: '2020-01-01' });
  expect(book.apply([unknown])).toEqual([unknown]);
  expect(book.close()).toEqual([]);
});

test('a waiver that is for no fail is a warning that says why', () => {
  const book = bookOf({}, { target: 'ssh://ctl-9' });
  book.apply([finding({ outcome: 'pass' })]);
  expect(book.close()).toMatchObject([
    { id: 'waiver.unused', severity: 'warning', actual: 'no fail of access.login there', where: { line: 2 } },
    { id: 'waiver.unused', actual: 'no target ssh://ctl-9 in this run', where: { line: 7 } },
  ]);
});

test.each([
  ['access.*', 'ssh://ctl-*', true],
  ['access.*', 'ssh://*-2', false],
  ['access.log', 'ssh://ctl-1', false],
  ['accessXlogin', 'ssh://ctl-1', false],
  ['access.login', '*', true],
])('%s on %s waives: %s', (id, target, waives) => {
  const [applied] = bookOf({ id, target }).apply([finding()]);
  expect(applied?.waiver !== undefined).toBe(waives);
});

test('of two waivers that hold the first in the file counts, and both are used', () => {
  const book = bookOf({ reason: 'first' }, { id: 'access.*', reason: 'second' });
  expect(book.apply([finding()])[0]?.waiver?.reason).toBe('first');
  expect(book.close()).toEqual([]);
});

test('every report and the verdict take the findings about waivers in', () => {
  const book = bookOf({ expires: '2026-03-30' }, { target: 'ssh://ctl-9' });
  const findings = [...book.apply([finding({ outcome: 'pass' }), finding({ id: 'user.exists' })])];
  const expired = bookOf({ expires: '2026-03-30' });
  expired.apply([finding()]);
  const report = {
    schemaVersion: 1,
    tool: { name: 'guideproof', version: '0' },
    startedAt: today,
    durationMs: 1,
    command: 'check',
    guide: { path: where.file, sha256: '0'.repeat(64) },
    targets: [{ id: 'ssh://ctl-1', kind: 'controller', accommodations: [] }],
    coverage: [],
    findings: [...findings, ...book.close(), ...expired.close()],
  } as const;
  const options = { colour: false, width: 200, failOn: 'error' } as const;
  const shown = renderTerminal(report, options);
  expect(shown).toContain('ERROR  waiver.expired  The waiver of access.login on ssh://ctl-1 holds\n');
  expect(shown).toContain('Held against w.yaml: waiver.expired.');
  expect(shown).toContain('WARNING  waiver.unused');
  expect(judge(report, 'error').failed.map(({ id }) => id)).toEqual(['user.exists', 'waiver.expired']);
  const junit = renderJunit({ report, transcripts: new Map(), options: { junit: 'rich', failOn: 'error' } });
  expect(junit).toContain('name="guideproof.check.w.yaml" ');
});
