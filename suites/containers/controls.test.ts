import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { type ControlResult, startControls } from '../../controls/start-controls.ts';
import { locateGuide } from '../../guide/locate-guide.ts';
import { readGuide } from '../../guide/read-guide.ts';
import { guideExpectations } from '../../requirements/expectations.ts';
import type { ChapterInput } from '../chapter-input.ts';
import { controlSite } from '../control-site.ts';
import { type OpenChapter, openChapter } from '../open-chapter.ts';
import { passwordResults } from '../password-results.ts';
import { proveController } from '../prove-controller.ts';

let engine: Engine;
let input: ChapterInput;
let chapter: OpenChapter;

beforeAll(async () => {
  engine = await openEngine({ onProgress: () => {} });
  input = {
    distribution: 'debian-12',
    procedure: readGuide(locateGuide(undefined, 'debian'), 'debian'),
    engine,
    options: { keep: false, commandTimeoutMs: 300_000, standIns: 'auto', requireReal: false },
  };
  chapter = await openChapter(input, () => {}, new AbortController().signal);
  await chapter.followed.finish();
});

afterAll(async () => {
  await chapter?.controller[Symbol.asyncDispose]();
  await engine?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await run('systemctl -q enable --now rabbitmq-server && rabbitmqctl await_startup');
  await setPermissions('.*', '.*', '.*');
});

/** Changes the test's own machine; the text is the test's own. */
async function run(script: string): Promise<string> {
  const { exitCode, stdout, stderr } = await chapter.controller.transport.run(['sh', '-c', script]);
  if (exitCode !== 0) throw new Error(`expected "${script}" to work, got exit code ${exitCode}: ${stderr}`);
  return stdout;
}

async function setPermissions(...patterns: readonly [string, string, string]): Promise<void> {
  await run(
    `rabbitmqctl -q set_permissions openstack ${patterns.map((pattern) => `'${pattern}'`).join(' ')}`,
  );
}

/** Users, permissions, queues and exchanges, as the broker lists them. */
async function definitions(): Promise<string> {
  return run(
    'rabbitmqctl -q list_user_permissions openstack; rabbitmqctl -q list_users; rabbitmqctl -q list_queues name; rabbitmqctl -q list_exchanges name',
  );
}

async function controlResults(): Promise<Record<string, ControlResult>> {
  const { controller, password } = chapter;
  const proof = await proveController(controller, password);
  const results = startControls(controlSite(controller, password, guideExpectations, proof));
  const settled: [string, ControlResult][] = [];
  for (const [id, result] of results) settled.push([id, await result]);
  return Object.fromEntries(settled);
}

test('a healthy controller passes every control, and has again exactly what it had', async () => {
  await setPermissions('.*', '^[a-z].*$|^$', '.*');
  const before = await definitions();
  const results = await controlResults();
  expect(Object.values(results).map(({ outcome }) => outcome)).toEqual(Array(7).fill('pass'));
  expect(results['control.revoked-write']).toMatchObject({
    expected: 'publish refused with 403, declare and get allowed',
    actual: expect.stringMatching(/^declare allowed, publish 403 ACCESS_REFUSED .*, get allowed$/),
  });
  expect(await definitions()).toEqual(before);
});

test('a service that was started but not enabled does not come back', async () => {
  await run('systemctl -q disable rabbitmq-server');
  const results = await controlResults();
  const { 'boot.persistent': boot, ...others } = results;
  expect(boot).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    actual: expect.stringMatching(
      /the broker is not started; no longer holds: service.active .*access.login/,
    ),
    fix: 'systemctl enable rabbitmq-server.service',
  });
  expect(Object.values(others).map(({ outcome }) => outcome)).toEqual(Array(6).fill('pass'));
});

test('the matrix of passwords finds what the shell and the command line tool make of each', async () => {
  const { results, transcript } = await passwordResults(input, chapter);
  const found = Object.fromEntries([...results].filter(([, { outcome }]) => outcome !== 'pass'));
  const stuck = (text: string) => ({ actual: `no password is stored: ${text}` });
  expect(found).toMatchObject({
    'password.dollar': { actual: 'another password is stored: pay', fix: expect.stringContaining('letters') },
    // Debian's rabbitmqctl hands its arguments to another shell, by su -c.
    'password.dollar.quoted': {
      outcome: 'fail',
      severity: 'warning',
      actual: 'another password is stored: pay',
    },
    'password.backtick': { actual: 'another password is stored: abrootcd' },
    'password.backtick.quoted': { actual: 'another password is stored: abrabbitmqcd' },
    'password.single-quote': stuck('the shell waits for a closing quote'),
    'password.double-quote': stuck('the shell waits for a closing quote'),
    'password.backslash': { actual: 'another password is stored: backslash' },
    'password.space': { actual: expect.stringContaining('exit code 64') },
    'password.exclamation-mark': stuck('the shell looks for an earlier command in its history'),
    'password.hash': stuck(
      'rabbitmqctl asks for a password, since the shell took the one typed for a comment',
    ),
  });
  expect(Object.keys(found)).toHaveLength(10);
  expect(transcript.find(({ id }) => id === 'password.space')).toMatchObject({
    command: 'rabbitmqctl add_user openstack-space two words',
    exitCode: 64,
  });
});
