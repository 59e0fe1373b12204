import { expect, test } from 'vitest';
import type { CheckResult } from '../model/check.ts';
import type { Step } from '../model/procedure.ts';
import { checksOfAction } from './checks-of-action.ts';
import { fakeMachine } from './fake-machine.fixture.ts';
import { adding, fakeSuse, replacing, startStep, suseFiles } from './fake-suse.fixture.ts';
import { startProcedure } from './procedure-run.ts';
import type { Workplace } from './workplace.ts';

const noEpmd =
  '  * unable to connect to epmd (port 4369) on controller: address (cannot connect to host/port)\n';
const own = '/etc/systemd/system/epmd.socket';
const start = 'systemctl start rabbitmq-server.service';
const command = (id: string, line: string) =>
  ({
    kind: 'command',
    id,
    text: `# ${line}`,
    command: line,
    prompt: '#',
    where: { file: 'guide.rst', line: 90 },
  }) as const;

async function follow(
  step: Step,
  machine = fakeMachine(suseFiles(), fakeSuse(noEpmd)),
  change: Partial<Workplace> = {},
) {
  const run = startProcedure({ ...machine.workplace, ...change });
  const next = command('step.3.1', 'rabbitmqctl add_user a b');
  const all: CheckResult[] = [];
  for (const action of [...step.actions, next]) all.push(...(await run.perform(step, action)));
  const result = (id: string) => all.find(({ check }) => check.id === id)?.judgement;
  const repairs = all.flatMap(({ check, repair }) => (repair ? [[check.id, repair]] : []));
  const owed = [...step.actions, next].flatMap((action) => checksOfAction(step, action).map(({ id }) => id));
  expect(all.map(({ check }) => check.id)).toEqual(owed);
  return { ...machine, run, result, repairs, entries: machine.workplace.ledger.entries };
}

test('where the service starts, nothing more is done and the remedy is not needed', async () => {
  const { ran, result, run, entries } = await follow(
    startStep(adding),
    fakeMachine(suseFiles('4369'), fakeSuse('')),
  );
  expect(ran).toEqual([start, 'rabbitmqctl add_user a b']);
  expect(result('step.2.1')).toMatchObject({ outcome: 'pass' });
  for (const id of ['remedy.2.1', 'remedy.2.2', 'remedy.2.3']) {
    expect(result(id)).toMatchObject({
      outcome: 'not-applicable',
      reason: 'needed only in case of nodedown, which did not arise',
    });
  }
  expect([run.remedyApplied, run.blockedBy, entries]).toEqual([false, undefined, []]);
});

test('a remedy that lacks something fails on its last line, which says what it lacks', async () => {
  const { result, repairs, run, entries } = await follow(startStep(adding));
  expect(repairs).toEqual([
    ['remedy.2.3', { commands: ['systemctl daemon-reload', 'systemctl restart epmd.socket'] }],
  ]);
  expect(result('step.2.1')).toMatchObject({ outcome: 'fail', severity: 'info' });
  expect(result('step.2.1')?.reason).toContain(
    'foreseen in guide.rst:50: the guide says “nodedown”; RabbitMQ 3.10.8',
  );
  expect(result('remedy.2.1')).toMatchObject({
    outcome: 'pass',
    reason: expect.stringContaining('unable to connect'),
  });
  expect(result('remedy.2.3')).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    command: start,
    fix: `after editing ${own}, also run \`systemctl daemon-reload\` and \`systemctl restart epmd.socket\`; the guide does not say so.`,
  });
  expect(result('remedy.2.3')?.actual).toContain('- run `systemctl daemon-reload`: fails (Job for');
  expect(result('remedy.2.3')?.actual).toContain('`systemctl restart epmd.socket`: the service starts');
  expect(entries.map(({ id, where }) => [id, where?.line])).toEqual([
    ['remedy.diagnosed', 46],
    ['edit.reading', 56],
    ['remedy.repaired', 68],
  ]);
  expect(run.remedyApplied).toBe(true);
});

test('the procedure goes on from the mended state', async () => {
  const { result, run, files } = await follow(startStep(adding));
  expect(result('step.3.1')).toMatchObject({ outcome: 'pass' });
  expect(run.blockedBy).toBeUndefined();
  expect(files.get(own)).toContain(
    'ListenStream=127.0.0.1:4369\nAccept=false\nListenStream=10.0.0.11:4369\n',
  );
});

test('an edit that was to replace is tried the other way round, from the file as it was', async () => {
  const { result, repairs, files } = await follow(startStep(replacing));
  expect(repairs).toMatchObject([['remedy.2.3', { edit: expect.stringMatching(/^keep .* and add/) }]]);
  expect(result('remedy.2.3')).toMatchObject({ outcome: 'fail', severity: 'error' });
  expect(result('remedy.2.3')?.fix).toBe(
    `when editing ${own}, keep “ListenStream=127.0.0.1:4369” and add “ListenStream=10.0.0.11:4369”, and run \`systemctl daemon-reload\` and \`systemctl restart epmd.socket\`; the guide does not say so.`,
  );
  expect(result('remedy.2.3')?.actual?.match(/fails/g)).toHaveLength(2);
  expect(files.get(own)).toContain('ListenStream=127.0.0.1:4369');
});

test('a remedy that says all it takes passes, and the start it is for weighs nothing', async () => {
  const step = startStep(adding);
  const remedy = step.actions[1];
  if (remedy?.kind !== 'remedy') throw new Error('expected the remedy');
  const more = [
    command('remedy.2.8', 'systemctl daemon-reload'),
    command('remedy.2.9', 'systemctl restart epmd.socket'),
  ];
  const complete = startStep(adding, { actions: remedy.actions.toSpliced(3, 0, ...more) });
  const { result, run, entries } = await follow(complete);
  for (const id of ['remedy.2.1', 'remedy.2.2', 'remedy.2.8', 'remedy.2.9', 'remedy.2.3', 'step.3.1'])
    expect(result(id)?.outcome).toBe('pass');
  expect(result('step.2.1')).toMatchObject({ outcome: 'fail', severity: 'info' });
  expect(result('step.2.1')?.reason).toContain('the remedy there mended it');
  expect(entries.map(({ id }) => id)).not.toContain('remedy.repaired');
  expect(run.remedyApplied).toBe(true);
});

test('where nothing mends it, the procedure is blocked there and the file is as the guide left it', async () => {
  const machine = fakeMachine(suseFiles(), (line) =>
    line.startsWith('systemctl start') ? { exitCode: 1 } : { exitCode: 69, stderr: noEpmd },
  );
  const { result, run, files } = await follow(startStep(adding), machine);
  expect(result('remedy.2.3')).toMatchObject({ outcome: 'fail', severity: 'error' });
  expect(result('remedy.2.3')?.actual?.match(/fails/g)).toHaveLength(3);
  expect(result('remedy.2.3')).not.toHaveProperty('fix');
  expect(result('step.3.1')).toMatchObject({ outcome: 'could-not-check', reason: 'blocked by remedy.2.3' });
  expect(files.get(own)).toContain('Accept=false\nListenStream=10.0.0.11:4369\n');
  expect([run.blockedBy, run.remedyApplied]).toEqual(['blocked by remedy.2.3', false]);
});

test('a remedy that cannot be carried out is blocked where it is', async () => {
  const { result, run } = await follow(startStep(adding), fakeMachine({}, fakeSuse(noEpmd)));
  expect(result('remedy.2.1')).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining('No such file'),
  });
  expect(result('remedy.2.2')).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('blocked by remedy.2.1'),
  });
  expect(run.blockedBy).toBe('blocked by remedy.2.1');
});

test('a remedy that never says to start the service has mended nothing', async () => {
  const step = startStep(adding);
  const remedy = step.actions[1];
  if (remedy?.kind !== 'remedy') throw new Error('expected the remedy');
  const { result } = await follow(startStep(adding, { actions: remedy.actions.slice(0, 2) }));
  expect(result('remedy.2.2')).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    expected: 'rabbitmq-server.service runs after the remedy',
    fix: 'Let the remedy end with starting the service again.',
  });
});

test('other trouble is not what the remedy is for: the start stays an error', async () => {
  const running = "  * epmd reports: node 'rabbit' not running at all\n";
  const { ran, result, run } = await follow(startStep(adding), fakeMachine(suseFiles(), fakeSuse(running)));
  expect(result('step.2.1')).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    reason: expect.stringContaining('this is other trouble'),
  });
  expect(result('remedy.2.1')).toMatchObject({ outcome: 'could-not-check', reason: 'blocked by step.2.1' });
  expect(run.blockedBy).toBe('blocked by step.2.1');
  expect(ran.some((line) => line.startsWith('cp'))).toBe(false);
});

test('forced, the remedy is tried although the service started, and that is said', async () => {
  const machine = fakeMachine(suseFiles('4369'), fakeSuse(noEpmd));
  const { result, entries, run } = await follow(startStep(adding), machine, { forceRemedy: true });
  expect(result('step.2.1')).toMatchObject({ outcome: 'pass' });
  expect(result('remedy.2.3')).toMatchObject({ outcome: 'fail', reason: expect.stringMatching(/^forced: /) });
  expect(entries[0]).toMatchObject({
    id: 'remedy.forced',
    text: expect.stringContaining('limited to 127.0.0.1'),
  });
  expect(result('step.3.1')).toMatchObject({ outcome: 'pass' });
  expect(run.remedyApplied).toBe(true);
});

test('trouble that cannot be forced leaves the remedy unchecked and the machine as it was', async () => {
  const machine = fakeMachine(suseFiles('4369'), () => ({}));
  const { result, files } = await follow(startStep(adding), machine, { forceRemedy: true });
  expect(result('remedy.2.3')).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('the service starts all the same'),
  });
  expect(Object.fromEntries(files)).toEqual(suseFiles('4369'));
  expect(result('step.3.1')).toMatchObject({ outcome: 'pass' });
});
