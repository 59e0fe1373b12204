import { expect, test } from 'vitest';
import { byId, readFindings, runCli } from './cli.ts';
import { editedGuide, lineOf } from './edited-guide.ts';

const distro = 'opensuse-leap-15.6';
const enable = '# systemctl enable rabbitmq-server.service';
const everyAddress = '# sed -i s/127.0.0.1:4369/4369/ /usr/lib/systemd/system/epmd.socket';
const repair = '`systemctl daemon-reload` and `systemctl restart epmd.socket`';

test('where the trouble arises, the remedy as written does not mend it, and what would is found', async () => {
  const { exitCode, out } = await runCli(['verify', '--distro', distro, '--stand-ins', 'only']);
  const findings = byId(await readFindings(out), distro);
  expect(findings.get('step.2.2')).toMatchObject({ outcome: 'fail', severity: 'info' });
  expect(findings.get('remedy.2.1')).toMatchObject({ outcome: 'pass' });
  expect(findings.get('remedy.2.2')).toMatchObject({ outcome: 'pass' });
  expect(findings.get('remedy.2.3')).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    where: { line: 68 },
    fix: expect.stringContaining(repair),
  });
  for (const id of ['step.3.1', 'step.4.1', 'epmd.address', 'access.rpc', 'boot.persistent']) {
    expect(findings.get(id)).toMatchObject({ outcome: 'pass' });
  }
  expect(exitCode).toBe(1);
});

test('where it does not arise, --force-remedy makes it arise and says so', async () => {
  const guide = await editedGuide(enable, `${everyAddress}\n         ${enable}`);
  const args = ['verify', '--distro', distro, '--stand-ins', 'only', '--guide', guide];
  const [plain, forced] = await Promise.all([runCli(args), runCli([...args, '--force-remedy'])]);
  const unforced = byId(await readFindings(plain.out), distro);
  expect(unforced.get('step.2.3')).toMatchObject({ outcome: 'pass' });
  expect(unforced.get('remedy.2.3')).toMatchObject({ outcome: 'not-applicable' });
  expect(plain.exitCode).toBe(0);
  const report = await readFindings(forced.out);
  expect(byId(report, distro).get('step.2.3')).toMatchObject({ outcome: 'pass' });
  expect(byId(report, distro).get('remedy.2.3')).toMatchObject({
    outcome: 'fail',
    where: { line: await lineOf(guide, 'Start the message queue service again') },
    fix: expect.stringContaining(repair),
  });
  expect(report.targets[0]?.accommodations.map(({ id }) => id)).toContain('remedy.forced');
});
