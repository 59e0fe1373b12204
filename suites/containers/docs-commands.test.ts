import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { $ } from 'zx';
import { ciFolder } from '../../ci/ci-files.fixture.ts';
import type { Engine } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { docCommands, isSynopsis } from '../../docs/command-lines.fixture.ts';
import { executedElsewhere, isRead, whyNotExecuted } from '../../docs/executed-elsewhere.fixture.ts';
import { type CheckedMachine, type CheckSite, openCheckSite } from './check-site.ts';
import { openWorkplace, type Workplace } from './docs-workplace.ts';
import { type SshClient, sshClient } from './ssh-client.ts';

let client: SshClient;
let engine: Engine;
let site: CheckSite;
let machine: CheckedMachine;

beforeAll(async () => {
  client = await sshClient();
  engine = await openEngine({ onProgress: () => {} });
  site = await openCheckSite(engine, client.publicKey);
  machine = await site.start();
  await machine.run('echo "ops ALL=(root) NOPASSWD: ALL" > /etc/sudoers.d/ops');
  await client.configure(
    ...['Host controller*', `HostName ${machine.address}`, 'HostKeyAlias controller'],
    ...[`IdentityFile ${client.folder}/key`, `UserKnownHostsFile ${client.folder}/known_hosts`],
  );
  await client.know(`controller ${site.hostKey}`);
});

afterAll(async () => {
  await machine?.[Symbol.asyncDispose]();
  await engine?.[Symbol.asyncDispose]();
  await client?.[Symbol.asyncDispose]();
});

const elsewhere = new Set(executedElsewhere.map(({ command }) => command));
const onController = (command: string) => command.startsWith('# ');
const isOurs = (command: string) =>
  !elsewhere.has(command) && !whyNotExecuted(command) && !isRead(command) && !isSynopsis(command);

const blocks = docCommands
  .map(({ page, line, commands }) => ({
    page,
    place: `${page}:${line}`,
    commands: commands.filter((command) => isOurs(command) && !onController(command)),
  }))
  .filter(({ commands }) => commands.length > 0);

describe.each([...new Set(blocks.map(({ page }) => page))])('what %s says to type', (page) => {
  let workplace: Workplace;

  beforeAll(async () => {
    const { name: container, address } = machine;
    workplace = await openWorkplace({ container, address, password: site.password });
  });

  /** A guide of one command proves little, and who knows what the machine has that the tests run on; controllers are fine. */
  const mayEnd = (args: string) =>
    /^(?:verify|merge|diff|doctor|check local)\b/.test(args) ? [0, 1, 2] : [0];

  test.each(blocks.filter((block) => block.page === page))('$place', async ({ commands }) => {
    const { folder, environment, withNames } = workplace;
    const script = commands.map(withNames).join('\n');
    const run = $({ cwd: folder, env: environment, quiet: true, nothrow: true, input: '' });
    const { exitCode, stdout, stderr } = await run`bash -euo pipefail -c ${script}`;
    expect(exitCode, `${script}\n${stdout}${stderr}`).toBe(0);
    for (const call of await workplace.calls()) expect(mayEnd(call.args), call.args).toContain(call.exitCode);
  });
});

describe('what a page says to type on a controller', () => {
  const commands = docCommands
    .flatMap(({ commands }) => commands)
    .filter(onController)
    .filter(isOurs);
  /** A broken controller has it by itself. */
  const before = new Map([
    ['# rabbitmqctl add_user openstack RABBIT_PASS', 'rabbitmqctl delete_user openstack'],
  ]);

  beforeAll(async () => {
    const { cli, environment } = engine;
    await $({ env: { ...environment }, quiet: true })`${cli} cp ${ciFolder} ${machine.name}:/ci`;
    await machine.run(
      'cp /ci/systemd/*.service /ci/systemd/*.timer /etc/systemd/system/; install -D /ci/systemd/guideproof-sysusers.conf /etc/sysusers.d/guideproof.conf',
    );
  });

  test.each([...new Set(commands)])('%s', async (command) => {
    await machine.run(before.get(command) ?? 'true');
    const typed = `cat > /tmp/typed <<'EOF'\n${command.slice(2)}\nEOF\n`;
    await machine.run(
      `${typed}SYSTEMD_EDITOR=true SYSTEMD_PAGER=cat script -qec 'sh /tmp/typed' /dev/null </dev/null`,
    );
  });
});
