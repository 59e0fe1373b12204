import { expect, test } from 'vitest';
import { $ } from 'zx';
import { byId, readFindings, runCli, startCli } from './cli.ts';
import { editedGuide, guideOfCommands } from './edited-guide.ts';
import { containersOf, machineOf } from './engine-cli.ts';

const distro = 'debian-12';

test('the machine is killed in the middle: what was under way could not be checked, the rest is blocked', async () => {
  const guide = await guideOfCommands('echo done', 'sleep 1000', 'echo after');
  const run = await startCli(['verify', '--distro', distro, '--guide', guide]);
  await run.sees(`${distro}: Do as follows: sleep 1000 ...`);
  await $({ quiet: true })`docker kill ${await machineOf(run.child.pid)}`;
  expect((await run.ended).exitCode).toBe(2);
  const findings = byId(await readFindings(run.out), distro);
  expect(findings.get('step.1.1')).toMatchObject({ outcome: 'pass' });
  expect(findings.get('step.1.2')).toMatchObject({ outcome: 'could-not-check', where: { line: 12 } });
  expect(findings.get('step.1.3')).toMatchObject({
    outcome: 'could-not-check',
    reason: 'blocked by step.1.2',
  });
  expect(findings.get('access.login')).toMatchObject({ outcome: 'could-not-check' });
});

test('the package mirror goes away: nobody blames the guide', async () => {
  const gone = `echo 'Acquire::http::Proxy "http://127.0.0.1:9";' > /etc/apt/apt.conf.d/99gone`;
  const command = 'apt-get install rabbitmq-server';
  const guide = await editedGuide(`# ${command}`, `# ${gone}\n         # ${command}`);
  const { exitCode, out } = await runCli(['verify', '--distro', distro, '--guide', guide]);
  const findings = byId(await readFindings(out), distro);
  expect(findings.get('step.1.2')).toMatchObject({
    outcome: 'could-not-check',
    reason: 'a package mirror could not be reached',
  });
  expect(exitCode).toBe(2);
});

test('two runs at the same time do not touch each other', async () => {
  const guide = await guideOfCommands('echo here', 'cat /etc/hostname');
  const args = ['verify', '--distro', `${distro},debian-13`, '--guide', guide];
  const runs = await Promise.all([runCli(args), runCli(args)]);
  for (const { out, pid } of runs) {
    const report = await readFindings(out);
    for (const id of [distro, 'debian-13']) {
      expect(byId(report, id).get('step.1.2')).toMatchObject({ outcome: 'pass' });
    }
    expect(await containersOf(pid)).toEqual([]);
  }
});

test('no engine answers where DOCKER_HOST points: all of it could not be checked, and why', async () => {
  const host = 'unix:///nowhere/docker.sock';
  const { exitCode, out, stderr } = await runCli(['verify', '--distro', distro], { DOCKER_HOST: host });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(host);
  const { findings } = await readFindings(out);
  expect(findings.length).toBeGreaterThan(12);
  for (const finding of findings) expect(finding).toMatchObject({ outcome: 'could-not-check' });
});
