import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { distributionById } from '../../containers/index.ts';
import type { Report } from '../../model/report.ts';
import { byId, type CliEnd, readFindings, runCli } from './cli.ts';

const ids = ['ubuntu-24.04', 'centos-stream9', 'opensuse-leap-15.6'] as const;
const proofs = [
  ...[
    'service.active',
    'service.enabled',
    'node.running',
    'listener.amqp',
    'user.exists',
    'permissions.full',
  ],
  ...['access.login', 'access.configure', 'access.write', 'access.read', 'access.rpc', 'boot.persistent'],
];

let end: CliEnd;
let summary: string;
let report: Report;
let junit: string;

beforeAll(async () => {
  end = await runCli(['verify', '--stand-ins', 'only', '--distro', ids.join(',')]);
  summary = stripVTControlCharacters(end.stdout);
  report = await readFindings(end.out);
  junit = await readFile(join(end.out, 'junit.xml'), 'utf8');
});

describe.each(ids)('the stand-in for %s', (id) => {
  const { name } = distributionById(id);

  test('is known as one in every report', () => {
    const target = report.targets.find((one) => one.id === id);
    expect(target).toMatchObject({ kind: 'stand-in', distro: name });
    const said = target?.accommodations.find((accommodation) => accommodation.id === 'image.stand-in')?.text;
    expect(said).toContain(`This is not ${name} but a stand-in for it.`);
    expect(junit).toContain(
      `"guideproof.verify.${id} (rehearsed on a stand-in: proves nothing about ${name})"`,
    );
    expect(junit).toContain(`<property name="distribution" value="${name}"/>`);
    expect(summary).toMatch(new RegExp(`^${id} +rehearsed`, 'm'));
  });

  test.each(proofs)('comes to %s', (proof) => {
    expect(byId(report, id).get(proof)).toMatchObject({ outcome: 'pass' });
  });
});

test('nothing is proven by them', () => {
  expect(summary).not.toMatch(/\bproven on\b/i);
  expect(summary.replaceAll(/\s+/g, ' ')).toContain('Rehearsed on a stand-in: proves nothing about');
});

test.each([
  ['ubuntu-24.04', 'dpkg'],
  ['centos-stream9', 'rpm'],
  ['opensuse-leap-15.6', 'rpm'],
])('on %s the package is judged by the database of %s', (id, database) => {
  expect(byId(report, id).get('package.installed')).toMatchObject({
    outcome: 'pass',
    actual: expect.stringMatching(new RegExp(`^rabbitmq-server .* \\(${database}\\)$`)),
  });
});

test('the package managers are the real ones, and ask as they do', async () => {
  const asked = (id: string) =>
    report.targets
      .find((target) => target.id === id)
      ?.accommodations.filter((accommodation) => accommodation.id === 'prompt.answered')
      .map(({ text }) => text);
  expect(asked('centos-stream9')).toEqual(['answered “y” to “Is this ok [y/N]:”']);
  expect(asked('opensuse-leap-15.6')).toEqual([expect.stringContaining('Continue? [y/n')]);
  const transcript = await readFile(join(end.out, 'transcripts', 'centos-stream9.txt'), 'utf8');
  expect(transcript).toMatch(/^\| Complete!$/m);
});

test('on openSUSE’s the broker does not start, for the reason that the guide has a remedy for', () => {
  const found = byId(report, 'opensuse-leap-15.6');
  expect(found.get('step.2.2')).toMatchObject({ outcome: 'fail', severity: 'info' });
  expect(found.get('remedy.2.3')).toMatchObject({
    outcome: 'fail',
    fix: expect.stringContaining('systemctl daemon-reload'),
  });
  expect(byId(report, 'centos-stream9').get('step.2.2')).toMatchObject({ outcome: 'pass' });
});

test('who requires real images is told that only a stand-in could be had, and gets no result from one', async ({
  skip,
}) => {
  const ended = await runCli(['verify', '--require-real', '--distro', 'centos-stream9']);
  const strict = await readFindings(ended.out);
  skip(strict.targets[0]?.image !== undefined, 'here the real image can be had');
  expect(ended.exitCode).toBe(2);
  expect(strict.targets).toMatchObject([{ kind: 'real', distro: 'CentOS Stream 9' }]);
  // Of the guide's text alone something can be said without any machine.
  const ofMachine = strict.findings.filter(({ id }) => !id.startsWith('replaceable.'));
  expect(new Set(ofMachine.map(({ outcome }) => outcome))).toEqual(new Set(['could-not-check']));
  expect(strict.findings[0]?.reason).toContain('only a stand-in could be had, and --require-real was given');
});
