import { expect, test } from 'vitest';
import { byId, readFindings, runCli } from './cli.ts';
import { editedGuide } from './edited-guide.ts';
import { ownImages } from './engine-cli.ts';

const distro = 'debian-12';

test('each command of the chapter is needed, and one that changes nothing is unproven, on its line', async () => {
  const guide = await editedGuide('# rabbitmqctl add_user', '# true\n         # rabbitmqctl add_user');
  const { exitCode, out, stdout } = await runCli(['ablate', '--distro', distro, '--guide', guide]);
  const findings = byId(await readFindings(out), distro);
  expect([...findings.keys()]).toEqual(['ablation.1.1', 'ablation.2.1', 'ablation.2.2', 'ablation.3.1']);
  for (const [id, cause] of [
    ['ablation.1.1', 'package.installed'],
    ['ablation.2.2', 'user.exists'],
    ['ablation.3.1', 'permissions.full'],
  ] as const)
    expect(findings.get(id)).toMatchObject({ outcome: 'pass', actual: expect.stringContaining(cause) });
  expect(findings.get('ablation.2.1')).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    command: 'true',
  });
  expect(stdout).toContain('UNPROVEN: everything passed without it');
  expect(exitCode).toBe(0);
  expect(await ownImages()).toEqual([]);
});
