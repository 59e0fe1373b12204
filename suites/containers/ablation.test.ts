import { describe, expect, test } from 'vitest';
import { byId, readFindings, runCli, startCli } from './cli.ts';
import { editedGuide } from './edited-guide.ts';
import { imagesOf } from './engine-cli.ts';

const distro = 'debian-12';

describe.concurrent('each command is left out in turn', () => {
  test('each command of the chapter is needed, and something says so', async () => {
    const { child, sees, ended } = await startCli(['ablate', '--distro', distro]);
    await sees('trying without rabbitmqctl add_user');
    expect(await imagesOf(child.pid)).not.toEqual([]);
    const { exitCode, out, stdout } = await ended;
    expect(await imagesOf(child.pid)).toEqual([]);
    const findings = byId(await readFindings(out), distro);
    expect([...findings.keys()]).toEqual(['ablation.1.1', 'ablation.2.1', 'ablation.3.1']);
    for (const finding of findings.values()) expect(finding.outcome).toBe('pass');
    expect(findings.get('ablation.1.1')?.actual).toContain('package.installed');
    expect(findings.get('ablation.2.1')?.actual).toContain('user.exists');
    expect(findings.get('ablation.3.1')?.actual).toContain('permissions.full');
    expect(stdout).toContain('Needed: 3 commands of 3; something failed without each.');
    expect(exitCode).toBe(0);
  });

  test('a command that changes nothing is unproven, on its line', async () => {
    const guide = await editedGuide('# rabbitmqctl add_user', '# true\n         # rabbitmqctl add_user');
    const { exitCode, out, pid, stdout } = await runCli(['ablate', '--distro', distro, '--guide', guide]);
    const findings = byId(await readFindings(out), distro);
    expect([...findings.keys()]).toEqual(['ablation.1.1', 'ablation.2.1', 'ablation.2.2', 'ablation.3.1']);
    expect(findings.get('ablation.2.1')).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      command: 'true',
    });
    for (const [id, cause] of [
      ['ablation.1.1', 'package.installed'],
      ['ablation.2.2', 'user.exists'],
      ['ablation.3.1', 'permissions.full'],
    ] as const)
      expect(findings.get(id)).toMatchObject({ outcome: 'pass', actual: expect.stringContaining(cause) });
    expect(stdout).toContain('UNPROVEN: everything passed without it');
    expect(exitCode).toBe(0);
    expect(await imagesOf(pid)).toEqual([]);
  });
});
