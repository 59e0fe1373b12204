import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { locateGuide } from '../../guide/locate-guide.ts';
import { readGuide } from '../../guide/read-guide.ts';
import { type OpenChapter, openChapter } from '../open-chapter.ts';
import { type ControllerProof, proveController } from '../prove-controller.ts';

let engine: Engine;
let chapter: OpenChapter;

/** Everything that is looked at; the address of epmd only where a remedy was applied. */
const all = [
  'epmd.address',
  ...[
    'package.installed',
    'service.active',
    'service.enabled',
    'node.running',
    'listener.amqp',
    'user.exists',
    'permissions.full',
  ],
  ...['access.login', 'access.configure', 'access.write', 'access.read', 'access.rpc'],
];

beforeAll(async () => {
  engine = await openEngine({ onProgress: () => {} });
  const input = {
    distribution: 'debian-12',
    procedure: readGuide(locateGuide(undefined, 'debian'), 'debian'),
    engine,
    options: { keep: false, commandTimeoutMs: 300_000, standIns: 'auto', requireReal: false } as const,
  };
  chapter = await openChapter(input, () => {}, new AbortController().signal);
  await chapter.followed.finish();
});

afterAll(async () => {
  await chapter?.controller[Symbol.asyncDispose]();
  await engine?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await run(
    'systemctl enable --now rabbitmq-server && rabbitmqctl await_startup && rabbitmqctl set_permissions openstack ".*" ".*" ".*"',
  );
});

/** Breaks the test's own machine; the text is the test's own. */
async function run(script: string): Promise<void> {
  const { exitCode, stderr } = await chapter.controller.transport.run(['sh', '-c', script]);
  if (exitCode !== 0) throw new Error(`expected "${script}" to work, got exit code ${exitCode}: ${stderr}`);
}

/** Outcomes other than a pass of what applies, by id, and the broker's state left as it was. */
async function notPassing(password = chapter.password): Promise<Record<string, string>> {
  const before = await definitions();
  const proof: ControllerProof = await proveController(chapter.controller, password);
  expect([...proof.judgements.keys()].sort()).toEqual([...all].sort());
  expect(await definitions()).toEqual(before);
  const others = [...proof.judgements].filter(
    ([, { outcome }]) => !['pass', 'not-applicable'].includes(outcome),
  );
  return Object.fromEntries(others.map(([id, { outcome }]) => [id, outcome]));
}

/** Everything that a proof could have left on the broker, or nothing while the broker is down. */
async function definitions(): Promise<string> {
  const script =
    'rabbitmqctl -q list_queues name; rabbitmqctl -q list_exchanges name; rabbitmqctl -q list_users';
  return (await chapter.controller.transport.run(['sh', '-c', script])).stdout;
}

test('a healthy controller passes everything', async () => {
  expect(await notPassing()).toEqual({});
});

test('a wrong password: only access is lost', async () => {
  expect(await notPassing('not-the-password')).toEqual({
    'access.login': 'fail',
    'access.configure': 'could-not-check',
    'access.write': 'could-not-check',
    'access.read': 'could-not-check',
    'access.rpc': 'could-not-check',
  });
});

test('no configure', async () => {
  await run('rabbitmqctl -q set_permissions openstack "" ".*" ".*"');
  expect(await notPassing()).toMatchObject({ 'permissions.full': 'fail', 'access.configure': 'fail' });
});

test('no write', async () => {
  await run('rabbitmqctl -q set_permissions openstack ".*" "" ".*"');
  const found = await notPassing();
  expect(found).toMatchObject({ 'permissions.full': 'fail', 'access.write': 'fail' });
  expect(found).not.toHaveProperty('access.configure');
});

test('no read', async () => {
  await run('rabbitmqctl -q set_permissions openstack ".*" ".*" ""');
  const found = await notPassing();
  expect(found).toMatchObject({ 'permissions.full': 'fail', 'access.read': 'fail' });
  expect(found).not.toHaveProperty('access.configure');
  expect(found).not.toHaveProperty('access.write');
});

test('permissions on another vhost only', async () => {
  await run(
    'rabbitmqctl -q add_vhost other; rabbitmqctl -q set_permissions -p other openstack ".*" ".*" ".*"',
  );
  await run('rabbitmqctl -q clear_permissions openstack');
  expect(await notPassing()).toMatchObject({ 'permissions.full': 'fail', 'access.login': 'fail' });
});

test('not enabled: works today, and is still found', async () => {
  await run('systemctl -q disable rabbitmq-server');
  expect(await notPassing()).toEqual({ 'service.enabled': 'fail' });
});

test('stopped: the cause fails, what depends on it could not be checked', async () => {
  await run('systemctl stop rabbitmq-server');
  expect(await notPassing()).toMatchObject({
    'service.active': 'fail',
    'node.running': 'fail',
    'listener.amqp': 'fail',
    'user.exists': 'could-not-check',
    'permissions.full': 'could-not-check',
    'access.login': 'fail',
  });
});

test('killed between the last step and the proof', async () => {
  await run('systemctl kill --signal=KILL rabbitmq-server');
  const found = await notPassing();
  expect(found).toMatchObject({ 'node.running': 'fail', 'listener.amqp': 'fail', 'access.login': 'fail' });
  expect(found['service.active']).toBeDefined();
  await run('systemctl restart rabbitmq-server');
});
