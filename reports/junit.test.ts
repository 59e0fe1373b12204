import { expect, test } from 'vitest';
import { readJunit } from './fixtures/read-junit.fixture.ts';
import { sampleFinding, sampleInput, sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';
import { renderJunit } from './junit.ts';
import type { ReportInput } from './report-input.ts';

const rendered = (input: ReportInput = sampleInput()) => readJunit(renderJunit(input));

function caseOf(name: string, input?: ReportInput) {
  const found = rendered(input).cases.find((candidate) => candidate.name.includes(name));
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

test('there is one suite per target, and a stand-in says in its name that it proves nothing', () => {
  expect(rendered().suites.map(({ name }) => name)).toEqual([
    'guideproof.verify.centos-stand-in (rehearsed on a stand-in: proves nothing about CentOS Stream 9)',
    'guideproof.verify.debian-12',
    'guideproof.verify.debian-13',
    'guideproof.verify.opensuse-stand-in (rehearsed on a stand-in: proves nothing about openSUSE Leap)',
  ]);
});

test('the totals are the sums of what is there', () => {
  const { suites, cases, ...root } = rendered();
  const count = (kind: 'failure' | 'error' | 'skipped') =>
    cases.filter((found) => found[kind] !== undefined).length;
  expect(root).toMatchObject({ tests: 31, failures: 2, errors: 5, skipped: 1 });
  expect([count('failure'), count('error'), count('skipped')]).toEqual([2, 5, 1]);
  expect(root.time).toBeCloseTo(
    cases.reduce((sum, found) => sum + found.time, 0),
    6,
  );
  for (const suite of suites) {
    expect(suite.tests).toBe(suite.testcase.length);
    expect(suite.time).toBeCloseTo(
      suite.testcase.reduce((sum, found) => sum + found.time, 0),
      6,
    );
  }
});

test('a suite says what it ran on, from which guide, and what was done beyond it', () => {
  const suite = rendered().suites.find(({ name }) => name === 'guideproof.verify.debian-12');
  expect(Object.fromEntries(suite?.properties ?? [])).toMatchObject({
    distribution: 'Debian 12',
    tag: 'debian',
    kind: 'real',
    'image.reference': 'guideproof/debian:12',
    'image.digest': `sha256:${'a'.repeat(64)}`,
    'broker.version': '3.10.8',
    'guide.path': 'guide/message-queue.rst',
    'guide.sha256': sampleReport.guide.sha256,
    'accommodation.password': 'put a random password in place of RABBIT_PASS',
    'coverage.steps': '7',
  });
});

test('a failure says its message in the attribute and again in the body, with place and fix', () => {
  const { failure, file, line, classname } = caseOf('debian-13 access.configure');
  expect(failure?.message).toMatch(
    /^expected exchange and queue declared on vhost "\/", got 403 ACCESS_REFUSED/,
  );
  expect(failure?.type).toBe('error');
  expect(failure?.text.startsWith(`${failure.message}\n\nguide     guide/message-queue.rst:103\n`)).toBe(
    true,
  );
  expect(failure?.text).toContain(
    'fix       Run rabbitmqctl set_permissions openstack ".*" ".*" ".*" on the controller.',
  );
  expect({ file, line, classname }).toEqual({
    file: 'guide/message-queue.rst',
    line: '103',
    classname: 'guideproof.debian-13.access',
  });
});

test('drift below --fail-on passes, but not silently', () => {
  const drift = caseOf('debian-12 output.2.1');
  expect(drift.failure).toBeUndefined();
  expect(drift.name).toBe('[warning] debian-12 output.2.1: Adding the user prints what the guide shows');
  expect(drift['system-out']).toMatch(
    /^drift: expected Creating user "openstack" \.\.\., got Adding user "openstack" \.\.\.\n/,
  );
  expect(drift.properties.get('tolerated')).toContain('got Adding user');
});

test('drift at --fail-on warning is a failure under its plain name', () => {
  const drift = caseOf('debian-12 output.2.1', sampleInput({ failOn: 'warning' }));
  expect(drift.failure?.type).toBe('warning');
  expect(drift.name).toBe('debian-12 output.2.1: Adding the user prints what the guide shows');
});

test('under --fail-on never even an error passes, with its severity in front', () => {
  const report = rendered(sampleInput({ failOn: 'never' }));
  expect(report.failures).toBe(0);
  expect(report.errors).toBe(5);
  expect(report.cases.filter(({ name }) => name.startsWith('[error] '))).toHaveLength(2);
});

test('what could not be checked is an error, never green and never a failure', () => {
  const { error, failure } = caseOf('centos-stand-in (stand-in) step.3.1');
  expect(error?.message).toBe('could not check: step.1.1 failed, and this needs what it installs');
  expect(error?.text).toContain(error?.message);
  expect(failure).toBeUndefined();
});

test('what did not apply is skipped, with the reason in attribute and body', () => {
  const { skipped } = caseOf('remedy.2.1');
  expect(skipped?.message).toBe('the service started, so the remedy for nodedown is not needed');
  expect(skipped?.text).toContain(skipped?.message);
});

test('a waived failure is skipped and names who accepted it until when', () => {
  const waiver = { reason: 'fixed upstream', owner: 'docs team', expires: '2099-01-01' };
  const findings = [sampleFinding({ id: 'step.1.1', outcome: 'fail', actual: 'exit code 1', waiver })];
  const { skipped } = caseOf('step.1.1', sampleInput({}, { ...sampleReport, findings }));
  expect(skipped?.message).toBe('waived until 2099-01-01 (fixed upstream): got exit code 1');
  expect(skipped?.text).toContain('waived    until 2099-01-01 by docs team: fixed upstream');
});

test('the transcript of a command stands with its step and with the output it printed', () => {
  const typed = '$ rabbitmqctl add_user openstack RABBIT_PASS\n| Adding user "openstack" ...';
  expect(caseOf('debian-12 step.2.1')['system-out']).toContain(typed);
  expect(caseOf('debian-12 output.2.1')['system-out']).toContain(typed);
  expect(caseOf('debian-12 step.1.1')['system-out']).toBeUndefined();
});

test('a long transcript keeps its ends and names the file that has it whole', () => {
  const output = `first\n${'x'.repeat(200_000)}\nlast\n`;
  const entry = {
    target: 'debian-12',
    id: 'step.1.1',
    command: 'apt-get',
    output,
    exitCode: 0,
    durationMs: 1,
  };
  const input = { ...sampleInput(), transcripts: new Map([['debian-12', [entry]]]) };
  const shown = caseOf('debian-12 step.1.1', input)['system-out'] ?? '';
  expect(shown.length).toBeLessThan(70_000);
  expect(shown).toContain('| first');
  expect(shown).toContain('| last');
  expect(shown).toMatch(/… \d+ bytes cut; whole text in transcripts\/debian-12\.txt/);
});

test('no two cases have one name, even when two findings have one id and title', () => {
  const twice = [sampleFinding({ id: 'step.1.1' }), sampleFinding({ id: 'step.1.1' })];
  const names = rendered(
    sampleInput({}, { ...sampleReport, findings: [...sampleReport.findings, ...twice] }),
  ).cases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('a finding about a target that is not listed is not lost', () => {
  const report = {
    ...sampleReport,
    targets: [],
    coverage: [],
    findings: [sampleFinding({ id: 'step.1.1', target: 'guide' })],
  };
  expect(rendered(sampleInput({}, report)).suites.map(({ name, tests }) => [name, tests])).toEqual([
    ['guideproof.verify.guide', 1],
  ]);
});

test('a message of any length stays short enough for a heading', () => {
  const findings = [sampleFinding({ id: 'step.1.1', outcome: 'fail', actual: 'x'.repeat(5000) })];
  const input = sampleInput({}, { ...sampleReport, targets: [sampleTarget({ id: 'debian-12' })], findings });
  const { failure } = caseOf('step.1.1', input);
  expect(failure?.message).toHaveLength(501);
  expect(failure?.text).toContain('x'.repeat(5000));
});

test('a failure that the baseline has too is skipped and says so', () => {
  const findings = [sampleFinding({ id: 'step.1.1', outcome: 'fail', actual: 'exit code 1', known: true })];
  const [only] = readJunit(renderJunit(sampleInput({}, { ...sampleReport, findings }))).cases;
  expect(only?.failure).toBeUndefined();
  expect(only?.skipped?.message).toBe('known error, in the baseline too: got exit code 1');
});
