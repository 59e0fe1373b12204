import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import { byId, type CliEnd, readFindings, runCli } from './cli.ts';
import { containersOf } from './engine-cli.ts';

const brokers = {
  'debian-11': '3.8.',
  'debian-12': '3.10.',
  'debian-13': '4.0.',
  'debian-sid': '4.',
} as const;
const ids = Object.keys(brokers) as (keyof typeof brokers)[];
const access = ['access.login', 'access.configure', 'access.write', 'access.read', 'access.rpc'];

let end: CliEnd;
let report: Report;

beforeAll(async () => {
  end = await runCli(['verify', '--distro', ids.join(',')]);
  report = await readFindings(end.out);
});

test('the bundled chapter holds on four generations of RabbitMQ, with drift as the only complaint', () => {
  expect(report.findings.filter(({ outcome }) => outcome === 'could-not-check')).toEqual([]);
  const fails = report.findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
  expect([...new Set(fails)]).toEqual(['output.2.1']);
  expect(end.exitCode).toBe(0);
  expect(end.stdout).toContain('Proven on debian-11, debian-12, debian-13 and debian-sid');
});

describe.each(ids)('%s', (id) => {
  test('is the real distribution, known by its image and its broker', () => {
    const target = report.targets.find((one) => one.id === id);
    expect(target).toMatchObject({
      kind: 'real',
      tag: 'debian',
      image: { digest: expect.stringMatching(/^sha256:/) },
    });
    expect(target?.broker?.version.startsWith(brokers[id])).toBe(true);
  });

  test.each(access)('%s is proven', (proof) => {
    expect(byId(report, id).get(proof)).toMatchObject({ outcome: 'pass' });
  });

  test('survives a reboot', () => {
    expect(byId(report, id).get('boot.persistent')).toMatchObject({ outcome: 'pass' });
  });

  test('shows the drift on the line of the guide', () => {
    expect(byId(report, id).get('output.2.1')).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      expected: 'Creating user "openstack" ...',
      actual: expect.stringContaining('Adding user "openstack" ...'),
      where: { line: 94 },
    });
  });

  test('leaves nothing of the guide unaccounted for', () => {
    const coverage = report.coverage.find(({ target }) => target === id);
    expect(coverage).toMatchObject({ steps: 6, executed: 4, verified: 2, skipped: 0, unrecognised: 0 });
  });

  test('has its transcript', async () => {
    const transcript = await readFile(join(end.out, 'transcripts', `${id}.txt`), 'utf8');
    expect(transcript).toContain('$ rabbitmqctl add_user openstack RABBIT_PASS');
  });
});

test('nothing is left in the engine', async () => {
  expect(await containersOf(end.pid)).toEqual([]);
});
