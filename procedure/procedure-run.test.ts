import { expect, test } from 'vitest';
import type { Action, Command, StartService, Step } from '../model/procedure.ts';
import { fakeMachine } from './fake-machine.fixture.ts';
import { startProcedure } from './procedure-run.ts';

const where = { file: 'guide.rst', line: 7 };
const command = (id: string, line: string): Command => ({
  kind: 'command',
  id,
  text: `# ${line}`,
  command: line,
  prompt: '#',
  where,
});
const again: StartService = {
  kind: 'start-service',
  id: 'step.1.9',
  text: 'Start the service again.',
  where,
  again: true,
};
const stepOf = (...actions: readonly Action[]): Step => ({ number: 1, title: 'Do it', where, actions });

test('“the service” is the one that the guide started, before what the whole guide claims', async () => {
  const { ran, workplace } = fakeMachine();
  const first = command('step.1.1', 'systemctl start a.service');
  const step = stepOf(first, again);
  const run = startProcedure({ ...workplace, service: 'b.service' });
  await run.perform(step, again);
  await run.perform(step, first);
  const [result] = await run.perform(step, again);
  expect(ran).toEqual([
    'systemctl start b.service',
    'systemctl start a.service',
    'systemctl start a.service',
  ]);
  expect(result).toMatchObject({ check: { id: 'step.1.9' }, judgement: { outcome: 'pass' } });
});

test('a prose action that fails blocks what follows, as a command does', async () => {
  const { ran, workplace } = fakeMachine({}, () => ({ exitCode: 1 }));
  const next = command('step.1.10', 'echo next');
  const step = stepOf(again, next);
  const run = startProcedure({ ...workplace, service: 'a' });
  await run.perform(step, again);
  expect(await run.perform(step, next)).toMatchObject([
    { judgement: { outcome: 'could-not-check', reason: 'blocked by step.1.9' } },
  ]);
  expect(run.blockedBy).toBe('blocked by step.1.9');
  expect(ran).toHaveLength(1);
});

test('what cannot be read is said, and blocks nothing', async () => {
  const run = startProcedure(fakeMachine().workplace);
  const unknown: Action = {
    kind: 'unrecognised',
    id: 'step.1.1',
    text: 'Do that.',
    where,
    expected: 'a form',
  };
  expect(await run.perform(stepOf(unknown), unknown)).toMatchObject([
    { judgement: { outcome: 'could-not-check', reason: 'unrecognised: expected a form, got “Do that.”' } },
  ]);
  expect(run.blockedBy).toBeUndefined();
});
