import { expect, test } from 'vitest';
import { byId, readFindings, runCli, startCli } from './cli.ts';
import { guideOfCommands } from './edited-guide.ts';
import { containersOf } from './engine-cli.ts';

const distro = 'debian-12';
const begun = `${distro}: Do as follows: sleep 1000 ...`;

async function startSleeping() {
  const guide = await guideOfCommands('echo done', 'sleep 1000');
  const run = await startCli(['verify', '--distro', distro, '--guide', guide]);
  await run.sees(begun);
  return run;
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s: the machine is gone, what had ended is reported', async (signal, exitCode) => {
  const run = await startSleeping();
  expect(await containersOf(run.child.pid)).toHaveLength(1);
  run.child.kill(signal);
  expect((await run.ended).exitCode).toBe(exitCode);
  expect(await containersOf(run.child.pid)).toEqual([]);
  const findings = byId(await readFindings(run.out), distro);
  expect(findings.get('step.1.1')).toMatchObject({ outcome: 'pass' });
  expect(findings.get('step.1.2')).toMatchObject({ outcome: 'could-not-check' });
  expect(findings.get('access.login')).toMatchObject({ outcome: 'could-not-check' });
});

test('kill -9: the next run removes what was left, and leaves alone what a live one uses', async () => {
  const live = await startSleeping();
  const killed = await startSleeping();
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await containersOf(killed.child.pid)).toHaveLength(1);
  const { stderr } = await runCli([
    'verify',
    '--distro',
    distro,
    '--guide',
    await guideOfCommands('echo next'),
  ]);
  expect(stderr).toContain('Removed what an earlier run that was killed left behind');
  expect(await containersOf(killed.child.pid)).toEqual([]);
  expect(await containersOf(live.child.pid)).toHaveLength(1);
  live.child.kill('SIGINT');
  expect((await live.ended).exitCode).toBe(130);
});
