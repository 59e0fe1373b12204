import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { auditController } from './audit-controller.ts';
import { guideExpectations as always } from './expectations.ts';
import { type Answers, captured, fakeController } from './fake-controller.fixture.ts';
import { requirements } from './index.ts';

const afterRemedy = { ...always, epmdAddress: '172.17.0.9' };
const ids = requirements.map(({ id }) => id);

test('a healthy controller passes everything, in the order of the registry', async () => {
  const controller = fakeController();
  const audit = await auditController(controller, afterRemedy);
  expect(audit.brokerVersion).toBe('3.10.8');
  expect(audit.results.map(({ id }) => id)).toEqual(ids);
  expect(audit.results.map(({ judgement }) => judgement.outcome)).toEqual(ids.map(() => 'pass'));
  expect(controller.performed.filter((argv) => argv.includes('rabbitmqctl'))).toHaveLength(1);
});

test('every result says how it was read and which promise of the guide it is about', async () => {
  const { results } = await auditController(fakeController(), afterRemedy);
  const active = results.find(({ id }) => id === 'service.active');
  expect(active?.claim).toBe('service');
  expect(active?.judgement.command).toMatch(/^systemctl show --property=\S+ rabbitmq-server\.service$/);
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
  const names = [
    'dpkg-query',
    'rpm',
    'systemctl',
    'epmd',
    'cat',
    'os-release',
    'stat',
    'rabbitmqctl',
  ] as const;
  const answers: Answers = Object.fromEntries(names.map((name) => [name, gone]));
  const { results } = await auditController(fakeController(answers), afterRemedy);
  expect(new Set(results.map(({ judgement }) => judgement.outcome))).toEqual(new Set(['could-not-check']));
});

test('an error that is not the machine’s is not taken for a finding', async () => {
  const controller = fakeController({ systemctl: new TypeError('a bug') });
  await expect(auditController(controller, afterRemedy)).rejects.toThrow('a bug');
});

test('every requirement has one page of its own, and every page a requirement', () => {
  const folder = new URL('../docs/requirements/', import.meta.url);
  const pages = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(ids.map((id) => `${id}.md`).sort());
});
