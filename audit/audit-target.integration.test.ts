import { expect, test } from 'vitest';
import { fakePrograms } from '../transports/fake-programs.fixture.ts';
import { readAuditGuide } from './audit-guide.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { auditTarget } from './audit-target.ts';

const questions: AuditQuestions = {
  guide: readAuditGuide(undefined),
  profile: 'guide',
  accessProof: false,
  passwordGuess: false,
  timeoutMs: 10_000,
  passwordOf: () => ({ known: false, reason: 'there is none' }),
};
const target = {
  kind: 'machine',
  id: 'docker://controller',
  way: { kind: 'docker', container: 'controller' },
} as const;

const definitions = { users: [{ name: 'openstack', tags: [] }], vhosts: [{ name: '/' }], permissions: [] };
const inspection = {
  State: { Status: 'running', Running: true },
  HostConfig: { NetworkMode: 'bridge' },
  NetworkSettings: {},
};
const docker = `
log "$1" "$@"
case "$*" in
  *export_definitions*) echo '${JSON.stringify(definitions)}';;
  inspect*) echo '${JSON.stringify([inspection])}';;
  *) shift 5; exec "$@";;
esac`;

test('the node is asked first, and a container is entered only twice: for the node and for all else', async () => {
  using fakes = fakePrograms({ docker });
  const audit = await auditTarget(target, questions, new AbortController().signal);
  const outcomes = new Map(audit.findings.map(({ id, outcome }) => [id, outcome]));
  expect(outcomes.get('node.running')).toBe('pass');
  expect(outcomes.get('user.exists')).toBe('pass');
  const calls = fakes.calls().filter((line) => line.startsWith('docker'));
  expect(calls.map((line) => line.split(' ')[1]).sort()).toEqual(['exec', 'exec', 'inspect']);
  expect(audit.target.performed?.[0]).toContain('rabbitmqctl');
});
