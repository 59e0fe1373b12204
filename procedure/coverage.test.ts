import { expect, test } from 'vitest';
import type { CheckResult } from '../model/check.ts';
import type { Outcome } from '../model/finding.ts';
import type { Action, Procedure } from '../model/procedure.ts';
import { checksOfProcedure } from './checks-of-action.ts';
import { coverageOf } from './coverage.ts';
import { adding, startStep } from './fake-suse.fixture.ts';

const step = startStep(adding);
const stray: Action = {
  kind: 'unrecognised',
  id: 'step.2.2',
  text: 'Do that.',
  where: step.where,
  expected: 'a form',
};
const procedure: Procedure = {
  tag: 'obs',
  guide: { path: 'guide.rst', sha256: '' },
  title: '',
  steps: [{ ...step, actions: [...step.actions, stray] }],
  replaceables: [],
};
const results = (outcome: (id: string) => Outcome): readonly CheckResult[] =>
  checksOfProcedure(procedure).map((check) => ({
    check,
    judgement: { outcome: outcome(check.id), severity: check.severity },
    durationMs: 0,
  }));

test('a remedy that was not needed is skipped as a whole, with what it explains', () => {
  const known = results((id) => (id === 'step.2.1' ? 'pass' : 'not-applicable'));
  expect(coverageOf('a', procedure, known)).toEqual({
    target: 'a',
    steps: 7,
    executed: 1,
    verified: 0,
    skipped: 5,
    unrecognised: 1,
  });
});

test('a remedy that was tried is executed, and so is what it explains', () => {
  const known = results((id) => (id === 'remedy.2.3' ? 'could-not-check' : 'pass'));
  expect(coverageOf('a', procedure, known)).toMatchObject({
    steps: 7,
    executed: 5,
    skipped: 1,
    unrecognised: 1,
  });
});

test('where nothing is known, nothing is executed', () => {
  expect(coverageOf('a', procedure, [])).toMatchObject({
    steps: 7,
    executed: 0,
    skipped: 6,
    unrecognised: 1,
  });
});

test('a replaceable that is explained in a step that was blocked is not counted as put to use', () => {
  const said: Action = {
    kind: 'explanation',
    text: 'Replace IP with …',
    where: step.where,
    replaceable: 'IP',
  };
  const [start] = step.actions;
  if (!start) throw new Error('expected the start');
  const blocked = { ...procedure, steps: [{ ...step, actions: [start, said] }] };
  expect(coverageOf('a', blocked, [])).toMatchObject({ steps: 2, executed: 0, skipped: 2 });
  expect(
    coverageOf(
      'a',
      blocked,
      results(() => 'pass'),
    ),
  ).toMatchObject({ executed: 2, skipped: 0 });
});
