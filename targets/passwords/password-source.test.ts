import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { CheckTarget } from '../../model/check-target.ts';
import { parseTarget } from '../words/parse-target.ts';
import { type PasswordOptions, passwordSource } from './password-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-passwords-'));
afterAll(() => rmSync(folder, { recursive: true }));

const listed: CheckTarget = { kind: 'machine', id: 'controller1', way: { kind: 'ssh', host: '10.0.0.11' } };
const [wire] = parseTarget('amqp://controller2', 'TARGET') as [CheckTarget];
const [withPassword] = parseTarget('rabbit://nova:own@h/', 'OS_TRANSPORT_URL') as [CheckTarget];
const [ofNova] = parseTarget('amqp://nova@controller2', 'TARGET') as [CheckTarget];
const shared = 'rabbit://openstack:url@controller1,openstack:url@controller2/';
const separate = 'rabbit://openstack:one@controller1,openstack:two@controller2/';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

async function passwordOf(target: CheckTarget, options: Partial<PasswordOptions>): Promise<string> {
  const common = { targets: [target], username: 'openstack', environment: {}, warn: expect.fail };
  const found = (await passwordSource({ ...common, ...options }))(target);
  return found.known ? found.value : `unknown: ${found.reason}`;
}

const passwordFile = file('one', 'file\n');
const environment = { GUIDEPROOF_PASSWORD: 'variable', OS_TRANSPORT_URL: shared };
const prompt = async () => 'typed';

test.each([
  ['the target’s own URL', withPassword, { passwordFile, environment, prompt }, 'own'],
  ['the password file', wire, { passwordFile, environment, prompt }, 'file'],
  ['GUIDEPROOF_PASSWORD', wire, { environment, prompt }, 'variable'],
  [
    'OS_TRANSPORT_URL',
    wire,
    { environment: { OS_TRANSPORT_URL: shared, GUIDEPROOF_PASSWORD: '' }, prompt },
    'url',
  ],
  ['the user', wire, { environment: {}, prompt }, 'typed'],
])('the password of %s comes before those further down', async (_source, target, options, password) => {
  expect(await passwordOf(target, options)).toBe(password);
});

test.each([
  ['serves a target whose host it names', separate, wire, 'two'],
  ['serves any target if all its hosts have the same', shared, listed, 'url'],
  [
    'serves no other host if they differ',
    separate,
    { ...listed, id: 'other' },
    /^unknown: no password of openstack/,
  ],
  [
    'serves nobody else',
    shared,
    ofNova,
    /^unknown: no password of nova was given \(OS_TRANSPORT_URL has none of/,
  ],
  ['need not have one', 'rabbit://controller2/', wire, /^unknown: no password of openstack was given: set/],
])('OS_TRANSPORT_URL %s', async (_what, url, target, password) => {
  expect(await passwordOf(target, { environment: { OS_TRANSPORT_URL: url } })).toMatch(password);
});

test('each host of OS_TRANSPORT_URL has the password of its own port', async () => {
  const url = 'rabbit://openstack:one@h:5672,openstack:two@h:5673/';
  const [, second] = parseTarget('rabbit://h:5672,h:5673', 'TARGET') as [CheckTarget, CheckTarget];
  expect(await passwordOf(second, { environment: { OS_TRANSPORT_URL: url } })).toBe('two');
});

const mapped = file(
  'hosts.yml',
  'controller1: "0123"\namqp://controller2:5672: two\n10.0.0.9: 0456\ndefault: rest\n',
);
const strict = file('hosts.json', '{"controller2": "q\\"\\u00e9"}');

test.each([
  ['its id', listed, mapped, '0123'],
  ['the id of a listener', wire, mapped, 'two'],
  ['its host', { ...listed, id: 'x', way: { kind: 'ssh', host: '10.0.0.9' } } as CheckTarget, mapped, '0456'],
  ['default', { ...listed, id: 'x' }, mapped, 'rest'],
  ['its host in JSON', wire, strict, 'q"é'],
])('a password file may name a target by %s', async (_name, target, path, password) => {
  expect(await passwordOf(target, { passwordFile: path })).toBe(password);
});

test('without a password the reason says how to give one', async () => {
  expect(await passwordOf(wire, {})).toBe(
    'unknown: no password of openstack was given: set GUIDEPROOF_PASSWORD, or name a file with --password-file',
  );
  expect(await passwordOf(listed, { passwordFile: strict })).toContain(`name the host in ${strict}`);
});

test('the user is asked once, for all that have no password, before any target is looked at', async () => {
  const asked = vi.fn(prompt);
  const targets = [listed, wire, ofNova, withPassword];
  const of = await passwordSource({
    targets,
    username: 'openstack',
    environment: {},
    prompt: asked,
    warn: expect.fail,
  });
  expect(asked.mock.calls).toEqual([['Password of nova, openstack on 3 targets (empty to go on without): ']]);
  expect(targets.map(of).map((found) => found.known && found.value)).toEqual([
    'typed',
    'typed',
    'typed',
    'own',
  ]);
});

test('the user is not asked if every target has a password, nor is OS_TRANSPORT_URL read then', async () => {
  const options = { passwordFile, prompt: expect.fail, environment: { OS_TRANSPORT_URL: 'nonsense' } };
  expect(await passwordOf(wire, options)).toBe('file');
});

test('nothing typed is no password', async () => {
  expect(await passwordOf(wire, { prompt: async () => undefined })).toMatch(
    /^unknown: no password of openstack/,
  );
});
