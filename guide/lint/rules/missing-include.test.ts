import { expect, test } from 'vitest';
import { lintFiles } from '../lint-text.fixture.ts';

const chapter = `1. Look:

   .. include:: parts/look.rst

   .. include:: parts/status.rst

   See \`the manual <http://www.rabbitmq.com>\`__.
`;
const status = '.. code-block:: console\n\n   # rabbitmqctl status\n';

test('a file that is not there is found, and the rest is linted all the same', () => {
  const findings = lintFiles({ 'chapter.rst': chapter, 'parts/status.rst': status }, 'chapter.rst');
  expect(findings.map(({ where, rule, message }) => `${where.line} ${rule} ${message}`)).toEqual([
    '3 missing-include expected a file parts/look.rst, got none that can be read (ENOENT)',
    '7 http-link expected https://www.rabbitmq.com, got http://www.rabbitmq.com',
  ]);
});

test('files that are there are fine, and defects in them are found once, at their own place', () => {
  const twice = status.replace('# rabbitmqctl', 'rabbitmqctl');
  const files = { 'parts/status.rst': twice, 'parts/look.rst': '.. include:: status.rst\n' };
  const findings = lintFiles({ 'chapter.rst': chapter.replace(/^.*http.*$/m, ''), ...files }, 'chapter.rst');
  expect(findings.map(({ where, rule }) => `${where.file}:${where.line} ${rule}`)).toEqual([
    'parts/status.rst:3 console-prompt',
  ]);
});
