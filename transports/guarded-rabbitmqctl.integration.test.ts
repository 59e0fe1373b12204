import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { notAsked, readCommands } from './read-commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-guard-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cookie = join(folder, 'home', '.erlang.cookie');

/** Puts a program first in the PATH of `run`. */
function program(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Runs the real command, with another cookie and with programs of the test's own before the machine's. */
function run() {
  const [file = '', ...args] = readCommands
    .rabbitDefinitions()
    .argv.map((word) => (word.endsWith('/.erlang.cookie') ? cookie : word));
  const env = { PATH: `${folder}:/usr/bin:/bin`, HOME: '/nowhere', ERL_ZFLAGS: 'theirs' };
  const { status, stdout } = spawnSync(file, args, { env, encoding: 'utf8' });
  return { status, stdout };
}

beforeEach(() => {
  rmSync(join(folder, 'home'), { recursive: true, force: true });
  mkdirSync(join(folder, 'home'));
  writeFileSync(cookie, 'SECRET', { mode: 0o400 });
  program('systemctl', 'echo SubState=running; echo; echo SubState=dead');
  program('rabbitmqctl', 'echo "$HOME|$ERL_ZFLAGS|$*"');
});

test('runs rabbitmqctl with the home of the cookie, and lets it start no port mapper', () => {
  const stdout = `${join(folder, 'home')}|-start_epmd false|--quiet --timeout 30 export_definitions -\n`;
  expect(run()).toEqual({ status: 0, stdout });
});

test.each([
  ['there is no cookie', () => rmSync(cookie)],
  [
    'the cookie is empty',
    () => {
      chmodSync(cookie, 0o600);
      writeFileSync(cookie, '');
    },
  ],
  ['others can use the cookie', () => chmodSync(cookie, 0o640)],
  [
    'the cookie is a folder',
    () => {
      rmSync(cookie);
      mkdirSync(cookie, { mode: 0o700 });
    },
  ],
  ['nobody can tell the cookie’s mode', () => program('stat', 'exit 1')],
])('does not run rabbitmqctl where %s', (_, breakIt) => {
  breakIt();
  const end = run();
  rmSync(join(folder, 'stat'), { force: true });
  expect(end).toEqual({ status: notAsked.cookie, stdout: '' });
});

test('does not run rabbitmqctl while systemd listens for the port mapper', () => {
  program('systemctl', '[ "$*" = "show --property=SubState epmd*.socket" ] && echo SubState=listening');
  expect(run()).toEqual({ status: notAsked.portMapper, stdout: '' });
});

test('becomes the broker’s user without a log-in session, where that can be done', () => {
  program(
    'setpriv',
    '[ "$1 $2 $3" = "--reuid=rabbitmq --regid=rabbitmq --clear-groups" ] && shift 3 && exec env AS=rabbitmq "$@"',
  );
  program('rabbitmqctl', 'echo "as $AS: $*"');
  expect(run().stdout).toBe('as rabbitmq: --quiet --timeout 30 export_definitions -\n');
  program('setpriv', 'exit 1');
  expect(run().stdout).toBe('as : --quiet --timeout 30 export_definitions -\n');
});

test('runs rabbitmqctl where there is no systemd', () => {
  program('systemctl', 'echo System has not been booted with systemd >&2; exit 1');
  expect(run().status).toBe(0);
});

test('says as a shell does that there is no rabbitmqctl, and passes on how it ended', () => {
  program('rabbitmqctl', 'exit 69');
  expect(run().status).toBe(69);
  rmSync(join(folder, 'rabbitmqctl'));
  expect(run().status).toBe(127);
});
