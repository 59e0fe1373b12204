import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const only = (...expressions: string[]) =>
  expressions.map((text, depth) => `${' '.repeat(3 * depth)}.. only:: ${text}\n\n`).join('') +
  `${' '.repeat(3 * expressions.length)}Text.\n\n1. See \`\`rabbitmqctl\`\`.\n`;

const about = (...expressions: string[]) => linted(only(...expressions), 'only-tag');

test('a tag that nobody sets is found, negated too', () => {
  const known = 'one of the tags ubuntu, debian, rdo, obs';
  expect(about('ubunto or debian')).toEqual([
    `1 “.. only:: ubunto or debian”: expected ${known}, got ubunto`,
  ]);
  expect(about('not (suse and Debian)')).toEqual([
    `1 “.. only:: not (suse and Debian)”: expected ${known}, got suse`,
    `1 “.. only:: not (suse and Debian)”: expected ${known}, got Debian`,
  ]);
});

test('text that nobody sees is found, also when only the nesting hides it', () => {
  expect(about('ubuntu and debian')).toEqual([
    '1 “.. only:: ubuntu and debian”: expected a reader who sees it, out of those of ubuntu, debian, rdo, obs, got none',
  ]);
  expect(about('rdo or obs', 'not rdo', 'debian or rdo')).toEqual([
    '5 “.. only:: debian or rdo”: expected a reader who sees it, out of those of obs, got none',
  ]);
});

test('what somebody sees is fine, and so is what Sphinx decides by the kind of output', () => {
  expect(about('not (ubuntu or debian)', 'obs or not obs', 'not rdo')).toEqual([]);
  expect(about('html and not builder_epub', 'ubuntu', 'latex')).toEqual([]);
});
