import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { sampleFinding } from '../reports/fixtures/sample-report.fixture.ts';
import { pairFindings } from './pair-findings.ts';

const step = (id: string, title: string, over: Partial<Finding> = {}) =>
  sampleFinding({ id, title, ...over });
const at = (line: number) => ({ where: { file: 'guide.rst', line } });
const pairs = (before: readonly Finding[], after: readonly Finding[]) =>
  pairFindings(before, after).map(({ before: was, after: is }) => [
    was && `${was.id}:${was.where.line}`,
    is && `${is.id}:${is.where.line}`,
  ]);

test('a finding is found again on another line', () => {
  expect(pairs([step('step.2.1', 'add', at(10))], [step('step.2.1', 'add', at(90))])).toEqual([
    ['step.2.1:10', 'step.2.1:90'],
  ]);
});

test('a step that was put in before shifts the numbers, not the findings', () => {
  const before = [step('step.1.1', 'install', at(1)), step('step.2.1', 'add', at(2))];
  const after = [
    step('step.1.1', 'install', at(1)),
    step('step.2.1', 'enable', at(2)),
    step('step.3.1', 'add', at(3)),
  ];
  expect(pairs(before, after)).toEqual([
    ['step.1.1:1', 'step.1.1:1'],
    [undefined, 'step.2.1:2'],
    ['step.2.1:2', 'step.3.1:3'],
  ]);
});

test('a step in other words is known by its command', () => {
  const command = { command: 'rabbitmqctl add_user openstack RABBIT_PASS' };
  expect(
    pairs([step('step.2.1', 'Add the user', command)], [step('step.2.1', 'Create the user', command)]),
  ).toEqual([['step.2.1:24', 'step.2.1:24']]);
});

test('another command under the same number is another step', () => {
  const before = [step('step.2.1', 'a', { command: 'one' })];
  const after = [step('step.2.1', 'b', { command: 'two' })];
  expect(pairs(before, after)).toEqual([
    [undefined, 'step.2.1:24'],
    ['step.2.1:24', undefined],
  ]);
});

test('a requirement is known by its id, whatever its title', () => {
  expect(pairs([step('user.exists', 'a')], [step('user.exists', 'b')])).toEqual([
    ['user.exists:24', 'user.exists:24'],
  ]);
});

test('the same command twice pairs in order, and one more is one more', () => {
  const twice = (line: number) => step('step.1.1', 'start', at(line));
  expect(pairs([twice(1), twice(2)], [twice(11), twice(12), twice(13)])).toEqual([
    ['step.1.1:1', 'step.1.1:11'],
    ['step.1.1:2', 'step.1.1:12'],
    [undefined, 'step.1.1:13'],
  ]);
});
