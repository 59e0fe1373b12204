import { describe, expect, test } from 'vitest';
import { byId, readFindings, runCli } from './cli.ts';
import { editedGuide, guideOfCommands, lineOf } from './edited-guide.ts';

const distro = 'debian-12';
const setPermissions = 'set_permissions openstack ".*" ".*" ".*"';

async function verify(guide: string, ...options: readonly string[]) {
  const end = await runCli(['verify', '--distro', distro, '--guide', guide, ...options]);
  return { ...end, findings: byId(await readFindings(end.out), distro) };
}

describe.concurrent('a guide that is wrong', () => {
  test('a package that does not exist: the step fails on its line, the rest is blocked by it', async () => {
    const guide = await editedGuide('apt-get install rabbitmq-server', 'apt-get install rabbitmq-sever');
    const { exitCode, findings } = await verify(guide);
    expect(findings.get('step.1.1')).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      actual: expect.stringContaining('Unable to locate package rabbitmq-sever'),
      where: { line: await lineOf(guide, 'rabbitmq-sever') },
    });
    const others = [...findings.values()].filter(
      ({ id }) => id !== 'step.1.1' && !id.startsWith('replaceable.'),
    );
    expect(others.length).toBeGreaterThan(12);
    for (const finding of others) {
      expect(finding).toMatchObject({ outcome: 'could-not-check', reason: 'blocked by step.1.1' });
    }
    expect(exitCode).toBe(2);
  });

  test('no write permission: exactly what needs it is refused', async () => {
    const guide = await editedGuide(setPermissions, 'set_permissions openstack ".*" "" ".*"');
    const { exitCode, findings } = await verify(guide);
    expect(findings.get('permissions.full')).toMatchObject({ outcome: 'fail', severity: 'error' });
    expect(findings.get('access.write')).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining('403'),
    });
    for (const id of ['access.login', 'access.configure', 'user.exists']) {
      expect(findings.get(id)).toMatchObject({ outcome: 'pass' });
    }
    expect(exitCode).not.toBe(0);
  });

  test('another user: its steps work, but nobody called openstack gets in', async () => {
    const { exitCode, findings } = await verify(await editedGuide(' openstack ', ' openstak '));
    expect(findings.get('step.2.1')).toMatchObject({ outcome: 'pass' });
    expect(findings.get('user.exists')).toMatchObject({ outcome: 'fail', severity: 'error' });
    expect(findings.get('access.login')).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining('403'),
    });
    expect(findings.get('access.write')).toMatchObject({ outcome: 'could-not-check' });
    expect(exitCode).toBe(2);
  });

  test('the permissions are never given: the account exists and may do nothing', async () => {
    const { findings } = await verify(await editedGuide(`rabbitmqctl ${setPermissions}`, 'true'));
    expect(findings.get('step.3.1')).toMatchObject({ outcome: 'pass' });
    expect(findings.get('output.3.1')).toMatchObject({ outcome: 'fail', severity: 'warning' });
    expect(findings.get('user.exists')).toMatchObject({ outcome: 'pass' });
    expect(findings.get('permissions.full')).toMatchObject({ outcome: 'fail', severity: 'error' });
    expect(findings.get('access.login')).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining('530'),
    });
  });

  test('a vhost that does not exist: the step fails with what RabbitMQ says of it', async () => {
    const guide = await editedGuide(setPermissions, `set_permissions -p /nova openstack ".*" ".*" ".*"`);
    const { findings } = await verify(guide);
    expect(findings.get('step.3.1')).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining('/nova'),
      where: { line: 103 },
    });
    expect(findings.get('access.login')).toMatchObject({ reason: 'blocked by step.3.1' });
  });

  test('a command that hangs is ended, and an unknown instruction is not passed over', async () => {
    const guide = await guideOfCommands('echo before', 'sleep 1000', 'echo after');
    const { findings } = await verify(guide, '--command-timeout', '2');
    expect(findings.get('step.1.1')).toMatchObject({ outcome: 'pass' });
    expect(findings.get('step.1.2')).toMatchObject({
      outcome: 'fail',
      actual: expect.stringContaining('still running after 2000 ms'),
    });
    expect(findings.get('step.1.3')).toMatchObject({
      outcome: 'could-not-check',
      reason: 'blocked by step.1.2',
    });
  });

  test('a command that prints 50 MB, binary and a line without an end is survived', async () => {
    const guide = await guideOfCommands(
      'head -c 50000000 /dev/urandom',
      "head -c 5000000 /dev/zero | tr '\\\\0' x",
      'echo still here',
    );
    const { findings, out } = await verify(guide);
    expect(findings.get('step.1.3')).toMatchObject({ outcome: 'pass' });
    expect((await readFindings(out)).schemaVersion).toBe(1);
  });
});
