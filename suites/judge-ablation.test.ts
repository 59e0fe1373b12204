import { expect, test } from 'vitest';
import type { Judgement } from '../model/evidence.ts';
import type { Command } from '../model/procedure.ts';
import { judgeAblation } from './judge-ablation.ts';

const command: Command = {
  kind: 'command',
  id: 'step.2.1',
  text: '# systemctl enable x',
  command: 'systemctl enable x',
  prompt: '#',
  where: { file: 'guide.rst', line: 9 },
};
const outcomes = (all: Record<string, Judgement['outcome']>) =>
  new Map(Object.entries(all).map(([id, outcome]) => [id, { outcome, severity: 'error' } as const]));
const whole = outcomes({ 'service.enabled': 'pass', 'access.login': 'pass', 'output.1.1': 'fail' });
const judge = (without: Parameters<typeof judgeAblation>[0]['without']) =>
  judgeAblation({ command, without, durationMs: 1 }, whole);

test('a command whose absence something notices is needed, and what noticed it is named', () => {
  const without = outcomes({
    'service.enabled': 'fail',
    'access.login': 'could-not-check',
    'output.1.1': 'fail',
  });
  expect(judge(without)).toMatchObject({
    check: { id: 'ablation.2.1', where: { line: 9 } },
    judgement: { outcome: 'pass', actual: 'service.enabled failed; access.login could then not be checked' },
  });
});

test('a command whose absence nothing notices is unproven', () => {
  const without = outcomes({ 'service.enabled': 'pass', 'access.login': 'pass', 'output.1.1': 'fail' });
  expect(judge(without).judgement).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    reason: expect.stringContaining('unproven'),
  });
});

test('where nothing failed but something could not be checked, nothing is shown', () => {
  expect(judge(outcomes({ 'access.login': 'could-not-check' })).judgement.outcome).toBe('could-not-check');
});

test('a machine that did not boot shows nothing either', () => {
  expect(judge(new Error('no machine')).judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: 'no machine',
  });
});
