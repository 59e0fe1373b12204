import { expect, test } from 'vitest';
import { distributionTags } from '../../model/distribution.ts';
import { lintGuide } from './lint-guide.ts';
import { lintFiles, lintResult } from './lint-text.fixture.ts';

test('the bundled chapter has no defect that its text shows', () => {
  expect(lintGuide(undefined)).toEqual({
    files: ['guide/message-queue.rst'],
    findings: [],
    waiting: new Map(),
  });
});

test('a folder is linted whole, each file as its own readers see it', () => {
  const folder = 'guide/fixtures/per-distribution';
  const { files, findings } = lintGuide(folder);
  expect(files).toEqual(
    distributionTags.toSorted().map((tag) => `${folder}/environment-messaging-${tag}.rst`),
  );
  expect(findings).toEqual([]);
});

test('a file that is one distribution’s by its name is read for that one alone', () => {
  const text = '1. Look.\n\n.. only:: rdo\n\n   3. Look.\n';
  expect(lintFiles({ 'environment-messaging-debian.rst': text })).toEqual([]);
  const [finding] = lintFiles({ 'environment-messaging-rdo.rst': text }, 'environment-messaging-rdo.rst');
  expect(finding).toEqual({
    rule: 'numbering',
    severity: 'warning',
    where: { file: 'environment-messaging-rdo.rst', line: 5 },
    message: 'number: expected 2, got 3',
    expected: '2',
    got: '3',
  });
});

test('findings stand in the order of file, line and rule', () => {
  const text = '2. Look:\n\n3. See http://a.org and:\n\n.. code-block:: console\n\n   ls\n';
  const places = lintFiles({ 'environment-messaging.rst': text, 'environment-messaging-obs.rst': text });
  const lines = ['1 nothing-follows', '1 numbering', '3 http-link', '5 dedented-block', '7 console-prompt'];
  expect(places.map(({ where, rule }) => `${where.file} ${where.line} ${rule}`)).toEqual([
    ...lines.map((line) => `environment-messaging-obs.rst ${line}`),
    ...lines.map((line) => `environment-messaging.rst ${line}`),
  ]);
});

test('rules that ask what is lacking wait for a chapter that can be read whole, and it is told which', () => {
  const whole = '3. Look.\n';
  const files = {
    'environment-messaging.rst': `${whole}\n.. only::\n`,
    'environment-messaging-rdo.rst': whole,
  };
  const { findings, waiting } = lintResult(files);
  expect(findings.map(({ where, rule }) => `${where.file} ${rule}`)).toEqual([
    'environment-messaging-rdo.rst numbering',
    'environment-messaging.rst malformed',
  ]);
  const rules = [
    'nothing-follows',
    'numbering',
    'replaceable-unexplained',
    'replaceable-unused',
    'sibling-step',
  ];
  expect([...waiting]).toEqual([['environment-messaging.rst', rules]]);
});

test('a guide that is not there is no finding but an error', () => {
  expect(() => lintGuide('guide/nowhere.rst')).toThrow(/guide\/nowhere\.rst, got nothing there/);
  expect(() => lintGuide('guide/rst')).toThrow(
    'expected environment-messaging*.rst in guide/rst, got none of them',
  );
});
