import { expect, test } from 'vitest';
import { parseOnly } from './only-expression.ts';

const where = { file: 'x.rst', line: 3 };
const tags = ['ubuntu', 'debian', 'rdo', 'obs'];

test.each([
  ['rdo', ['rdo']],
  ['ubuntu or debian', ['ubuntu', 'debian']],
  ['not obs', ['ubuntu', 'debian', 'rdo']],
  ['not not obs', ['obs']],
  ['rdo and obs', []],
  ['obs or rdo and ubuntu', ['obs']],
  ['(obs or rdo) and not rdo', ['obs']],
  ['not (ubuntu or(debian))', ['rdo', 'obs']],
  ['not rdo and not obs', ['ubuntu', 'debian']],
  ['html', []],
])('“%s” is for %j', (text, chosen) => {
  expect(tags.filter(parseOnly(text, where))).toEqual(chosen);
});

test.each([
  ['', 'expected a tag in the only expression “”, got the end'],
  ['rdo or', 'expected a tag in the only expression “rdo or”, got the end'],
  ['(rdo', 'expected “)” in the only expression “(rdo”, got the end'],
  ['rdo)', 'expected “and”, “or” or the end of the expression in the only expression “rdo)”, got “)”'],
  ['rdo obs', 'got “obs”'],
  ['rdo, obs', 'expected a tag in the only expression “rdo, obs”, got “rdo,”'],
  ['and rdo', 'got “and”'],
])('“%s” is malformed', (text, message) => {
  expect(() => parseOnly(text, where)).toThrow(message);
  expect(() => parseOnly(text, where)).toThrow('x.rst:3:');
});
