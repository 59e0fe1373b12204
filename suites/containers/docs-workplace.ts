import { chmod, copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sampleReport } from '../../reports/fixtures/sample-report.fixture.ts';
import { guideOfCommands } from './edited-guide.ts';

const { resolve } = createRequire(import.meta.url);
const bundled = resolve('#package/guide/message-queue.rst');

/** The controller that stands in for every one that a page names. */
export interface StandingIn {
  readonly container: string;
  readonly address: string;
  readonly password: string;
}

/** A folder with everything that the pages speak of, and the environment in which their commands are typed. */
export interface Workplace {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** A command with names that exist in place of those of a page. */
  readonly withNames: (command: string) => string;
  /** The exit code and arguments of each `guideproof` so far. */
  readonly calls: () => Promise<readonly { readonly exitCode: number; readonly args: string }[]>;
}

const hosts = ['controller1', 'controller2', 'controller3'];

/** Makes it. There `verify` follows a guide of one command: what it makes of others has tests of its own. */
export async function openWorkplace({ container, address, password }: StandingIn): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-docs-'));
  const variables = { ansible_connection: 'docker', ansible_host: container };
  const hostvars = Object.fromEntries(hosts.map((host) => [host, variables]));
  const vars = `ansible_connection=docker ansible_host=${container}`;
  const waiver = 'id: alarms.none, target: controller1, reason: r, owner: o, expires: 2999-12-31';
  const files = {
    'hosts.yml': JSON.stringify({ control: { hosts: hostvars } }),
    'hosts.ini': `[control]\n${hosts.map((host) => `${host} ${vars}\n`).join('')}`,
    'inventory.json': JSON.stringify({ control: { hosts }, _meta: { hostvars } }),
    'passwords.yml': `default: ${password}\n`,
    'last-week/findings.json': JSON.stringify(sampleReport),
    'waivers.yml': `waivers:\n  - { ${waiver} }\n`,
  };
  await writeAll(folder, files, 0o600);
  for (const path of ['guide/message-queue.rst', 'doc/install-guide/source/environment-messaging.rst']) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(bundled, join(folder, path));
  }
  await writeAll(join(folder, 'bin'), programs(folder, await guideOfCommands('echo done')), 0o755);
  return {
    folder,
    environment: {
      ...process.env,
      ...{ CI: '1', PATH: `${folder}/bin:${process.env.PATH}`, GUIDEPROOF_PASSWORD: password },
    },
    withNames: (command) =>
      command
        .replaceAll('docker://rabbit-a', `docker://${container}`)
        .replaceAll(/amqp:\/\/controller\d/g, `amqp://${address}`)
        .replaceAll(/@controller\d:5672/g, `@${address}:5672`)
        .replaceAll('RABBIT_PASS@', `${password}@`)
        .replaceAll(/\b(?:FILE|PATH)\b/g, bundled),
    calls: async () =>
      (await readFile(join(folder, 'calls'), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => ({ exitCode: Number.parseInt(line, 10), args: line.replace(/^\d+ /, '') })),
  };
}

/** What is typed besides `guideproof`, as far as a machine for tests may lack it. */
function programs(folder: string, quickGuide: string): Readonly<Record<string, string>> {
  const guideproof = `'${process.execPath}' '${resolve('#package/dist/scripts/guideproof.js')}'`;
  const quickly = `[ "$1" != verify ] || set -- "$@" --guide '${quickGuide}' --distro debian-12,debian-13`;
  const filtered =
    "process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0)).map((one) => one.distribution)))";
  return {
    guideproof: `${quickly}\n${guideproof} "$@"\ncode=$?\necho "$code $*" >> '${folder}/calls'\n[ $code -le 2 ]`,
    npx: 'exec "$@"',
    'ansible-inventory': `[ "$*" = '-i inventory/ --list' ] && cat '${folder}/inventory.json'`,
    pass: '[ "$*" = "show openstack/rabbit" ] && echo "$GUIDEPROOF_PASSWORD"',
    editor: 'echo "$GUIDEPROOF_PASSWORD" > "$1"',
    jq: `[ "$*" = '-c [.[].distribution]' ] && '${process.execPath}' -e "${filtered}"`,
  };
}

async function writeAll(
  folder: string,
  files: Readonly<Record<string, string>>,
  mode: number,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), mode === 0o755 ? `#!/bin/sh\n${text}\n` : text);
    await chmod(join(folder, name), mode);
  }
}
