import { expect, test, vi } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { auditController } from './audit-controller.ts';
import { guideExpectations as always, expectationsFrom } from './expectations.ts';
import {
  type Answer,
  type Answers,
  captured,
  everything,
  fakeController,
  unit,
} from './fake-controller.fixture.ts';
import { requirements } from './index.ts';

const afterRemedy = {
  expectationsFor: () => ({ ...always, epmdAddress: '172.17.0.9' }),
  profile: 'guide',
} as const;
const startsErlang = (argv: readonly string[]): boolean => argv.join(' ').includes('exec $as rabbitmqctl');
const ids = requirements.map(({ id }) => id);

test('a healthy controller passes everything, in the order of the registry', async () => {
  const controller = fakeController();
  const audit = await auditController(controller, afterRemedy);
  expect(audit.brokerVersion).toBe('3.10.8');
  expect(audit.results.map(({ id }) => id)).toEqual(ids);
  expect(audit.results.map(({ judgement }) => judgement.outcome)).toEqual(ids.map(() => 'pass'));
  expect(controller.performed.filter(startsErlang)).toHaveLength(1);
});

test('every result says how it was read and which promise of the guide it is about', async () => {
  const { results } = await auditController(fakeController(), afterRemedy);
  const active = results.find(({ id }) => id === 'service.active');
  expect(active?.claim).toBe('service');
  expect(active?.judgement.command).toMatch(/^systemctl show --property=\S+ rabbitmq-server\.service$/);
  const user = results.find(({ id }) => id === 'user.exists');
  expect(user?.judgement.command).toBe('rabbitmqctl export_definitions -');
  expect(results.every(({ durationMs }) => Number.isInteger(durationMs))).toBe(true);
});

test('a stopped broker is one cause: what hangs on it could not be checked', async () => {
  const rabbitmqctl = { exitCode: 69, stderr: captured('stopped-3.10.8.txt') };
  const audit = await auditController(fakeController({ rabbitmqctl }), afterRemedy);
  const outcomes = new Map(audit.results.map(({ id, judgement }) => [id, judgement.outcome]));
  expect(outcomes.get('node.running')).toBe('fail');
  expect(outcomes.get('user.exists')).toBe('could-not-check');
  expect(outcomes.get('permissions.full')).toBe('could-not-check');
  expect(audit).not.toHaveProperty('brokerVersion');
});

test('a controller that is gone gives no fail and no pass', async () => {
  const gone = new TransportError('unreachable', 'no such container');
  const answers: Answers = Object.fromEntries(everything.map((name) => [name, gone]));
  const { results } = await auditController(fakeController(answers), afterRemedy);
  expect(new Set(results.map(({ judgement }) => judgement.outcome))).toEqual(new Set(['could-not-check']));
});

test('an error that is not the machine’s is not taken for a finding', async () => {
  const controller = fakeController({ systemctl: new TypeError('a bug') });
  await expect(auditController(controller, afterRemedy)).rejects.toThrow('a bug');
});

test('starts what takes longest before the distribution is known', async () => {
  let resolve: (answer: Answer) => void = () => {};
  const answer = new Promise<Answer>((settle) => {
    resolve = settle;
  });
  const controller = fakeController({ 'os-release': answer });
  const audit = auditController(controller, afterRemedy);
  await vi.waitFor(() => expect(controller.performed.flat()).toContain('export_definitions'));
  expect(controller.performed.flat()).not.toContain('dpkg-query');
  resolve({ stdout: 'ID=debian\n' });
  expect((await audit).distribution).toEqual({ tag: 'debian' });
});

test('asks for what the guide says to this distribution, and says which it is', async () => {
  const tags: unknown[] = [];
  const expectationsFor = (tag: unknown) => {
    tags.push(tag);
    return { ...always, service: 'rabbit.service' };
  };
  const audit = await auditController(fakeController(), { expectationsFor, profile: 'guide' });
  expect(tags).toEqual(['debian']);
  expect(audit.distribution).toEqual({ name: 'Debian GNU/Linux 12 (bookworm)', tag: 'debian' });
  expect(audit.expectations.service).toBe('rabbit.service');
  expect(audit.results.find(({ id }) => id === 'service.active')?.judgement.expected).toMatch(
    /^rabbit\.service/,
  );
});

test('what no reviewed command takes could not be checked, and the rest was', async () => {
  const odd = { ...always, package: 'rabbitmq-server=3.8.*', service: 'rabbitmq@1.service' };
  const { results } = await auditController(fakeController(), {
    expectationsFor: () => odd,
    profile: 'guide',
  });
  const found = new Map(results.map(({ id, judgement }) => [id, judgement]));
  expect(found.get('package.installed')).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('expected a package name'),
  });
  expect(found.get('service.active')?.outcome).toBe('could-not-check');
  expect(found.get('node.running')?.outcome).toBe('pass');
});

test('a guide that says nothing asks for next to nothing', async () => {
  const expectationsFor = () => expectationsFrom({});
  const { results } = await auditController(fakeController(), { expectationsFor, profile: 'guide' });
  const asked = results.filter(({ judgement }) => judgement.outcome !== 'not-applicable');
  expect(asked.map(({ id }) => id)).toEqual(['node.running', 'listener.amqp']);
});

test('hardening asks for more, each by a source of its own, with one more start of the Erlang VM', async () => {
  const controller = fakeController();
  const { results } = await auditController(controller, { ...afterRemedy, profile: 'hardening' });
  const more = results.slice(requirements.length);
  expect(more.map(({ id, judgement }) => [id, judgement.outcome])).toEqual([
    ['guest.absent', 'fail'],
    ['user.not-administrator', 'pass'],
    ['alarms.none', 'pass'],
    ['tls.listener', 'pass'],
    ['limits.file-descriptors', 'fail'],
    ['cookie.private', 'pass'],
    ['queues.transient-allowed', 'pass'],
  ]);
  expect(more.every(({ source }) => source?.url.startsWith('https://'))).toBe(true);
  expect(controller.performed.filter(startsErlang)).toHaveLength(2);
});

test('every fail says what was expected, what was found and how to mend it', async () => {
  const broken: Answers = {
    'dpkg-query': { stdout: 'config-files\t3.10.8\n' },
    systemctl: unit('loaded', 'failed', 'failed', 'disabled'),
    cat: { stdout: captured('sockets-loopback.txt') },
    rabbitmqctl: { stdout: captured('definitions-3.10.8.json').replaceAll('openstack', 'nova') },
    cluster: { stdout: captured('cluster-alarmed-3.10.8.json').replaceAll('amqp/ssl', 'amqp') },
    stat: { stdout: '400 root 20 regular file\n' },
    grep: {
      stdout: '/etc/rabbitmq/rabbitmq.conf:deprecated_features.permit.transient_nonexcl_queues = false\n',
    },
  };
  const { results } = await auditController(fakeController(broken), { ...afterRemedy, profile: 'hardening' });
  const failed = results.filter(({ judgement }) => judgement.outcome === 'fail');
  expect(failed.length).toBeGreaterThanOrEqual(11);
  for (const { judgement } of failed) {
    expect(judgement).toMatchObject({
      expected: expect.stringMatching(/\S/),
      actual: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
      command: expect.stringMatching(/\S/),
    });
  }
});
