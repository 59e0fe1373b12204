import { expect, test } from 'vitest';
import type { Procedure, Replaceable } from '../model/procedure.ts';
import { replaceableChecks } from './replaceable-checks.ts';

const at = (line: number) => ({ file: 'guide.rst', line });
const explanation = { text: 'Replace RABBIT_PASS with a suitable password.', where: at(9) };
const check = (replaceable: Omit<Replaceable, 'name'>) => {
  const replaceables = [{ name: 'RABBIT_PASS', ...replaceable }];
  const guide = { path: 'guide.rst', sha256: '' };
  const procedure: Procedure = { tag: 'debian', guide, title: '', steps: [], replaceables };
  return replaceableChecks(procedure)[0];
};

test('one that is used and explained passes', () => {
  expect(check({ usedAt: [at(7), at(8)], explanation })).toMatchObject({
    check: { id: 'replaceable.RABBIT_PASS', severity: 'warning', where: at(7) },
    judgement: { outcome: 'pass', actual: 'used at guide.rst:7, guide.rst:8, explained at guide.rst:9' },
  });
});

test('one that is used and never explained is a warning where it is used', () => {
  expect(check({ usedAt: [at(7)] })).toMatchObject({
    check: { where: at(7) },
    judgement: {
      outcome: 'fail',
      severity: 'warning',
      expected: 'a sentence that says what to put for RABBIT_PASS',
      actual: 'used at guide.rst:7, explained nowhere',
    },
  });
});

test('one that is explained and never used is a warning where it is explained', () => {
  expect(check({ usedAt: [], explanation })).toMatchObject({
    check: { where: at(9) },
    judgement: { outcome: 'fail', severity: 'warning', actual: 'explained at guide.rst:9, used nowhere' },
  });
});
