import { expect, test } from 'vitest';
import type { Command } from '../model/procedure.ts';
import { type CommandEvidence, judgeCommand, judgePromise } from './judge-command.ts';

const where = { file: 'guide.rst', line: 7 };
const promised = { id: 'output.2.1', lines: ['Creating user "openstack" ...'], where };
const asItIs = (line: string): string => line;
const command: Command = {
  kind: 'command',
  id: 'step.2.1',
  text: '# x',
  command: 'x',
  prompt: '#',
  where,
  promised,
};
const ended = (part: Partial<CommandEvidence>): CommandEvidence => ({
  ended: 'itself',
  exitCode: 0,
  text: '',
  timeoutMs: 9,
  ...part,
});

test('exit code 0 passes', () => {
  expect(judgeCommand(command, ended({}))).toMatchObject({ outcome: 'pass' });
});

test('another exit code fails, with the last it printed', () => {
  const judgement = judgeCommand(command, ended({ exitCode: 64, text: 'user_already_exists\n' }));
  expect(judgement).toMatchObject({ outcome: 'fail', severity: 'error', expected: 'exit code 0' });
  expect(judgement.actual).toContain('exit code 64; the last it printed:\nuser_already_exists');
});

test('a command that hangs fails', () => {
  const { exitCode: _, ...evidence } = ended({ ended: 'by-timeout', text: 'Waiting ...' });
  expect(judgeCommand(command, evidence)).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining('after 9 ms'),
  });
});

test('a machine that goes away says nothing about the guide', () => {
  expect(judgeCommand(command, ended({ ended: 'shell-gone' }))).toMatchObject({ outcome: 'could-not-check' });
});

test('a promise that is not kept is drift, a warning', () => {
  expect(judgePromise(promised, ended({ text: 'Adding user "openstack" ...\n' }), asItIs)).toEqual({
    outcome: 'fail',
    severity: 'warning',
    expected: 'Creating user "openstack" ...',
    actual: 'Adding user "openstack" ...',
    reason: 'drift: the command prints something else than the guide shows',
  });
});

test('a promise that is kept says how', () => {
  expect(judgePromise(promised, ended({ text: 'Creating user "openstack" ...\n' }), asItIs)).toMatchObject({
    outcome: 'pass',
    reason: 'matched literally',
  });
});

test('what a failed command prints is not drift', () => {
  const failed = ended({ exitCode: 69, text: 'Error: no such vhost' });
  expect(judgePromise(promised, failed, asItIs)).toMatchObject({
    outcome: 'could-not-check',
    reason: 'the command failed',
  });
});

test('a promise that shows a replaceable is kept by the value that the reader put for it', () => {
  const showing = { ...promised, lines: ['Password: RABBIT_PASS'] };
  const printed = ended({ text: 'Password: [RABBIT_PASS]\n' });
  expect(
    judgePromise(showing, printed, (line) => line.replace('RABBIT_PASS', '[RABBIT_PASS]')),
  ).toMatchObject({
    outcome: 'pass',
    expected: 'Password: RABBIT_PASS',
  });
});
